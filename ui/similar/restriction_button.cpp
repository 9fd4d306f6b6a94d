// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/restriction_button.h"

#include "ui/shared/criterion_chips.h"
#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QWidgetAction>

#include <algorithm>
#include <iterator>

namespace likeness::ui {

RestrictionButton::RestrictionButton(SimilarPresenter& presenter, QWidget* parent)
    : QToolButton(parent),
      presenter_(presenter),
      folder_(new QComboBox(this)),
      criteria_(new CriteriaForm(QStringLiteral("restrict"), this)),
      notInItsFolder_(new QCheckBox(this)),
      notOfItsBurst_(new QCheckBox(this)),
      clear_(new QPushButton(this)) {
    setObjectName(QStringLiteral("restrictionButton"));
    setPopupMode(QToolButton::InstantPopup);
    setProperty("flat", true);
    auto* menu = new QMenu(this);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(makePanel());
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &RestrictionButton::listFolders);
    connect(folder_, &QComboBox::currentIndexChanged, this, &RestrictionButton::take);
    connect(criteria_, &CriteriaForm::changed, this, &RestrictionButton::take);
    for (QCheckBox* box : {notInItsFolder_, notOfItsBurst_})
        connect(box, &QCheckBox::toggled, this, &RestrictionButton::take);
    connect(clear_, &QPushButton::clicked, this, &RestrictionButton::clear);
    connect(&presenter_, &SimilarPresenter::restrictionChanged, this, [this] {
        listFolders();
        show(Restriction(presenter_.restriction()));
    });
    listFolders();
    retranslate();
}

QWidget* RestrictionButton::makePanel() {
    auto* panel = new QWidget(this);
    panel->setObjectName(QStringLiteral("restrictionPanel"));
    const std::pair<QWidget*, const char*> names[] = {{folder_, "restrictFolder"},
                                                      {notInItsFolder_, "restrictNotInFolder"},
                                                      {notOfItsBurst_, "restrictNotBurst"},
                                                      {clear_, "restrictClear"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    folder_->setMinimumContentsLength(24);
    folder_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form_ = new QFormLayout(panel);
    form_->setContentsMargins(12, 12, 12, 12);
    form_->setSpacing(8);
    form_->addRow(new QLabel(panel), folder_);
    form_->addRow(criteria_);
    form_->addRow(notInItsFolder_);
    form_->addRow(notOfItsBurst_);
    form_->addRow(clear_);
    return panel;
}

/// The folders of the library as it is now; the choice stays where it can.
void RestrictionButton::listFolders() {
    const QSignalBlocker quiet(folder_);
    const QByteArray chosen = QByteArray::fromStdString(presenter_.restriction().folder);
    folder_->clear();
    folder_->addItem(tr("All folders"), QByteArray());
    for (const FolderNode& folder : presenter_.folders())
        folder_->addItem(toQString(folder.path), QByteArray::fromStdString(folder.path));
    folder_->setCurrentIndex(std::max(0, folder_->findData(chosen)));
}

void RestrictionButton::take() {
    Restriction restriction;
    restriction.folder = folder_->currentData().toByteArray().toStdString();
    restriction.criteria = criteria_->criteria();
    restriction.notInItsFolder = notInItsFolder_->isChecked();
    restriction.notOfItsBurst = notOfItsBurst_->isChecked();
    presenter_.setRestriction(restriction);
    showCount();
}

void RestrictionButton::clear() {
    show({});
}

void RestrictionButton::show(const Restriction& restriction) {
    {
        const QSignalBlocker quiet[] = {QSignalBlocker(folder_), QSignalBlocker(criteria_),
                                        QSignalBlocker(notInItsFolder_), QSignalBlocker(notOfItsBurst_)};
        folder_->setCurrentIndex(
            std::max(0, folder_->findData(QByteArray::fromStdString(restriction.folder))));
        criteria_->setCriteria(restriction.criteria);
        notInItsFolder_->setChecked(restriction.notInItsFolder);
        notOfItsBurst_->setChecked(restriction.notOfItsBurst);
    }
    take();
}

void RestrictionButton::showCount() {
    const int count = presenter_.restriction().count();
    setText(count > 0 ? tr("Restrict (%1)").arg(count) : tr("Restrict"));
    QFont font = this->font();
    font.setBold(count > 0);
    setFont(font);
    clear_->setEnabled(count > 0);
    Q_EMIT changed();
}

std::vector<ChipBar::Chip> RestrictionButton::chips() {
    const Restriction& now = presenter_.restriction();
    std::vector<ChipBar::Chip> chips;
    const auto add = [&](const QString& text, auto takeAway) {
        Restriction without = now;
        takeAway(without);
        chips.push_back({text, [this, without] { show(without); }});
    };
    if (!now.folder.empty())
        add(tr("In %1").arg(pathName(std::filesystem::path(now.folder).filename())),
            [](Restriction& without) { without.folder.clear(); });
    std::ranges::move(criterionChips(now.criteria,
                                     [this](const PhotoCriteria& criteria) {
                                         Restriction without = presenter_.restriction();
                                         without.criteria = criteria;
                                         show(without);
                                     }),
                      std::back_inserter(chips));
    if (now.notInItsFolder)
        add(notInItsFolder_->text(), [](Restriction& without) { without.notInItsFolder = false; });
    if (now.notOfItsBurst)
        add(notOfItsBurst_->text(), [](Restriction& without) { without.notOfItsBurst = false; });
    return chips;
}

void RestrictionButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void RestrictionButton::retranslate() {
    qobject_cast<QLabel*>(form_->labelForField(folder_))->setText(tr("In the folder"));
    notInItsFolder_->setText(tr("Not from the query's own folder"));
    notOfItsBurst_->setText(tr("Not from the query's own burst"));
    clear_->setText(tr("Find in all photos"));
    folder_->setItemText(0, tr("All folders"));
    folder_->setAccessibleName(tr("In the folder"));
    setToolTip(tr("Which photos may be found: by folder, tag, date, stars and label"));
    take();
}

} // namespace likeness::ui
