// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/shared/language.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace likeness::ui {

SettingsDialog::SettingsDialog(Settings& settings, PackCatalog& packs, QWidget* parent)
    : QDialog(parent),
      settings_(settings),
      packs_(packs),
      form_(new QFormLayout),
      language_(new QComboBox(this)),
      theme_(new QComboBox(this)),
      engine_(new QComboBox(this)),
      threads_(new QSpinBox(this)),
      pace_(new QComboBox(this)),
      watching_(new QCheckBox(this)),
      pack_(new QComboBox(this)),
      packNote_(new QLabel(this)),
      note_(new QLabel(this)),
      close_(new QPushButton(this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    language_->setObjectName(QStringLiteral("settingsLanguage"));
    theme_->setObjectName(QStringLiteral("settingsTheme"));
    engine_->setObjectName(QStringLiteral("settingsEngine"));
    threads_->setObjectName(QStringLiteral("settingsThreads"));
    pace_->setObjectName(QStringLiteral("settingsPace"));
    watching_->setObjectName(QStringLiteral("settingsWatching"));
    pack_->setObjectName(QStringLiteral("settingsPack"));
    packNote_->setObjectName(QStringLiteral("settingsPackNote"));
    for (QLabel* label : {note_, packNote_}) {
        label->setProperty("muted", true);
        label->setWordWrap(true);
    }
    form_->setSpacing(12);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget* field :
         {static_cast<QWidget*>(language_), static_cast<QWidget*>(theme_), static_cast<QWidget*>(engine_),
          static_cast<QWidget*>(threads_), static_cast<QWidget*>(pace_), static_cast<QWidget*>(watching_),
          static_cast<QWidget*>(pack_)}) {
        field->setMinimumWidth(280);
        auto* const label = new QLabel(this); // a row that is added with an empty text would have none
        label->setBuddy(field);
        form_->addRow(label, field);
    }
    form_->addRow(packNote_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(form_);
    layout->addWidget(note_);
    layout->addWidget(close_, 0, Qt::AlignRight);
    fill();
    retranslate();
    connectChoices();
}

void SettingsDialog::fill() {
    language_->addItem(QString(), QString());
    for (const LanguageName& language : availableLanguages())
        language_->addItem(language.title, language.code);
    language_->setCurrentIndex(std::max(0, language_->findData(settings_.language())));
    for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        theme_->addItem(QString(), static_cast<int>(choice));
    theme_->setCurrentIndex(theme_->findData(static_cast<int>(settings_.theme())));
    engine_->addItem(QString(), static_cast<int>(Engine::Auto));
    for (const Engine engine : availableEngines())
        engine_->addItem(QString(), static_cast<int>(engine));
    engine_->setCurrentIndex(std::max(0, engine_->findData(static_cast<int>(settings_.engine()))));
    threads_->setRange(0, 2 * QThread::idealThreadCount());
    threads_->setValue(settings_.threads());
    for (const auto choice : {PaceChoice::Automatic, PaceChoice::Full, PaceChoice::Gentle})
        pace_->addItem(QString(), static_cast<int>(choice));
    pace_->setCurrentIndex(pace_->findData(static_cast<int>(settings_.pace())));
    watching_->setChecked(settings_.watchesFolders());
    packs_.refresh();
}

void SettingsDialog::showPacks() {
    const QSignalBlocker blocker(pack_);
    pack_->clear();
    for (const PackOffer& pack : packs_.packs())
        pack_->addItem(pack.title, QString::fromStdString(pack.name));
    pack_->setCurrentIndex(pack_->findData(QString::fromStdString(packs_.chosen())));
    pack_->setEnabled(pack_->count() > 0);
    packNote_->setText(packText());
}

/// What the chosen pack is, and what is to be done before it is searched with.
QString SettingsDialog::packText() const {
    const auto& packs = packs_.packs();
    const auto chosen = std::ranges::find(packs, packs_.chosen(), &PackOffer::name);
    if (chosen == packs.end())
        return {};
    const QString tools = chosen->hasRegions && chosen->hasParts ? tr("whole photos, regions and parts")
                          : chosen->hasRegions                   ? tr("whole photos and regions")
                          : chosen->hasParts                     ? tr("whole photos and parts")
                                                                 : tr("whole photos only");
    QString text = tr("%1 × %2 pixels · %3 · licence %4")
                       .arg(chosen->inputWidth)
                       .arg(chosen->inputHeight)
                       .arg(tools, chosen->licence);
    text += QLatin1Char('\n') + chosen->attribution;
    if (packs_.searched() != chosen->name)
        text += QLatin1Char('\n') + tr("%n photo(s) to index with it; until then the former pack answers.",
                                       nullptr, static_cast<int>(chosen->toIndex));
    return text;
}

void SettingsDialog::connectChoices() {
    connect(language_, &QComboBox::activated, this, [this] {
        settings_.setLanguage(language_->currentData().toString());
        Q_EMIT languageChosen(settings_.language());
    });
    connect(theme_, &QComboBox::activated, this, [this] {
        settings_.setTheme(static_cast<ThemeChoice>(theme_->currentData().toInt()));
        Q_EMIT themeChosen(settings_.theme());
    });
    connect(engine_, &QComboBox::activated, this, [this] {
        settings_.setEngine(static_cast<Engine>(engine_->currentData().toInt()));
        Q_EMIT engineChosen(settings_.engine());
    });
    connect(threads_, &QSpinBox::valueChanged, this, [this](int threads) {
        settings_.setThreads(threads);
        Q_EMIT threadsChosen(threads);
    });
    connect(pace_, &QComboBox::activated, this, [this] {
        settings_.setPace(static_cast<PaceChoice>(pace_->currentData().toInt()));
        Q_EMIT paceChosen(settings_.pace());
    });
    connect(watching_, &QCheckBox::toggled, this, [this](bool watches) {
        settings_.setWatchesFolders(watches);
        Q_EMIT watchingChosen(watches);
    });
    connect(pack_, &QComboBox::activated, this,
            [this] { packs_.choose(pack_->currentData().toString().toStdString()); });
    connect(&packs_, &PackCatalog::changed, this, &SettingsDialog::showPacks);
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
}

void SettingsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Settings"));
    const QStringList labels{tr("Language"), tr("Theme"),   tr("Engine"),    tr("Threads"),
                             tr("Indexing"), tr("Folders"), tr("Model pack")};
    for (int row = 0; row < labels.size(); ++row) {
        qobject_cast<QLabel*>(form_->itemAt(row, QFormLayout::LabelRole)->widget())->setText(labels[row]);
        form_->itemAt(row, QFormLayout::FieldRole)->widget()->setAccessibleName(labels[row]);
    }
    language_->setItemText(0, tr("As the system"));
    const QStringList themes{tr("As the system"), tr("Light"), tr("Dark")};
    for (int i = 0; i < theme_->count(); ++i)
        theme_->setItemText(i, themes[i]);
    retranslateEngines();
    const QStringList paces{tr("Gentle on battery and while other programs work"), tr("As fast as possible"),
                            tr("Gentle: one thread with rests")};
    for (int i = 0; i < pace_->count(); ++i)
        pace_->setItemText(i, paces[i]);
    watching_->setText(tr("Look for changes by itself"));
    threads_->setSpecialValueText(tr("One for each core"));
    note_->setText(tr("Engine and threads are used from the next indexing run on."));
    showPacks();
    close_->setText(tr("Close"));
}

void SettingsDialog::setEngineSpeeds(std::vector<EngineSpeed> speeds) {
    speeds_ = std::move(speeds);
    retranslateEngines();
}

void SettingsDialog::retranslateEngines() {
    for (int i = 0; i < engine_->count(); ++i)
        engine_->setItemText(i, engineTitle(static_cast<Engine>(engine_->itemData(i).toInt())));
}

QString SettingsDialog::engineTitle(Engine engine) const {
    const QStringList titles{tr("Automatic (the fastest)"), tr("Processor (oneDNN)"),
                             tr("Processor (OpenCV)"), tr("Graphics (OpenCL)"), tr("Graphics (CUDA)")};
    const QString& title = titles[static_cast<int>(engine)];
    const auto speed = std::ranges::find(speeds_, engine, &EngineSpeed::engine);
    if (speed == speeds_.end())
        return title;
    //: %1 is an engine, %2 how many photos its network takes in a second
    return tr("%1: %2 photos/s").arg(title, locale().toString(std::lround(1000.0 / speed->milliseconds)));
}

} // namespace likeness::ui
