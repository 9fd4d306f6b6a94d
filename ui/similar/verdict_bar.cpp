// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/verdict_bar.h"

#include "ui/shared/theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace likeness::ui {

VerdictBar::VerdictBar(VerdictBook& book, ResultListModel& results,
                       std::function<std::vector<PhotoId>()> selected, QWidget* parent)
    : QWidget(parent),
      book_(book),
      results_(results),
      selected_(std::move(selected)),
      choices_{{{Judgement::Match, new QAction(this)},
                {Judgement::NoMatch, new QAction(this)},
                {Judgement::Undecided, new QAction(this)}}},
      undo_(new QAction(this)),
      redo_(new QAction(this)),
      export_(new QAction(this)),
      import_(new QAction(this)),
      note_(new QLineEdit(this)),
      rejected_(new QToolButton(this)),
      more_(new QToolButton(this)) {
    setObjectName(QStringLiteral("verdictBar"));
    const std::array names{"verdictMatch", "verdictNoMatch", "verdictUndecided"};
    const std::array keys{Qt::Key_M, Qt::Key_N, Qt::Key_U};
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        choices_[i].action->setObjectName(QLatin1String(names[i]));
        choices_[i].action->setShortcut(QKeySequence(keys[i]));
        choices_[i].action->setCheckable(true);
    }
    undo_->setObjectName(QStringLiteral("verdictUndo"));
    undo_->setShortcut(QKeySequence::Undo);
    redo_->setObjectName(QStringLiteral("verdictRedo"));
    redo_->setShortcut(QKeySequence::Redo);
    layOut();
    connectParts();
    retranslate();
}

void VerdictBar::layOut() {
    auto* judgements = new QHBoxLayout;
    judgements->setSpacing(4);
    for (const Choice& choice : choices_) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(choice.action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        judgements->addWidget(button);
    }
    judgements->addStretch(1);
    judgements->addWidget(more_);
    note_->setObjectName(QStringLiteral("verdictNote"));
    note_->setClearButtonEnabled(true);
    rejected_->setObjectName(QStringLiteral("showRejected"));
    rejected_->setProperty("chip", true);
    rejected_->setCheckable(true);
    auto* details = new QHBoxLayout;
    details->setSpacing(4);
    details->addWidget(note_, 1);
    details->addWidget(rejected_);
    auto* menu = new QMenu(more_);
    menu->addActions({undo_, redo_});
    menu->addSeparator();
    menu->addActions({export_, import_});
    more_->setObjectName(QStringLiteral("verdictMenu"));
    more_->setMenu(menu);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setProperty("flat", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 6);
    layout->setSpacing(4);
    layout->addLayout(judgements);
    layout->addLayout(details);
}

void VerdictBar::connectParts() {
    for (const Choice& choice : choices_)
        connect(choice.action, &QAction::triggered, this, [this, judgement = choice.judgement] {
            book_.judge(selected_(), judgement);
            showCurrent();
        });
    connect(note_, &QLineEdit::editingFinished, this, [this] {
        if (const auto photos = selected_(); !photos.empty())
            book_.note(photos.front(), note_->text());
    });
    connect(undo_, &QAction::triggered, &book_, &VerdictBook::undo);
    connect(redo_, &QAction::triggered, &book_, &VerdictBook::redo);
    connect(export_, &QAction::triggered, this, &VerdictBar::exportVerdicts);
    connect(import_, &QAction::triggered, this, &VerdictBar::importVerdicts);
    connect(rejected_, &QToolButton::toggled, this, [this](bool isOn) {
        results_.setRejected(isOn ? ResultListModel::Rejected::Shown : ResultListModel::Rejected::Hidden);
    });
    connect(&book_, &VerdictBook::changed, this, &VerdictBar::showCurrent);
    connect(&book_, &VerdictBook::failed, this, &VerdictBar::failed);
    connect(&book_, &VerdictBook::written, this, [this](const QString& file, const Result<void>& outcome) {
        if (outcome)
            Q_EMIT told(tr("Done: %1").arg(file));
        else
            Q_EMIT failed(outcome.error());
    });
}

QList<QAction*> VerdictBar::verdictActions() const {
    return {choices_[0].action, choices_[1].action, choices_[2].action};
}

QList<QAction*> VerdictBar::keyActions() const {
    return verdictActions() + QList<QAction*>{undo_, redo_};
}

void VerdictBar::showCurrent() {
    const auto photos = selected_();
    const Verdict* verdict = photos.empty() ? nullptr : book_.verdictOn(photos.front());
    for (const Choice& choice : choices_) {
        choice.action->setEnabled(book_.canJudge() && !photos.empty());
        choice.action->setChecked(verdict != nullptr && verdict->judgement == choice.judgement);
    }
    note_->setEnabled(verdict != nullptr);
    if (!note_->hasFocus() || verdict == nullptr)
        note_->setText(verdict != nullptr ? QString::fromStdString(verdict->note) : QString());
    undo_->setEnabled(book_.canUndo());
    redo_->setEnabled(book_.canRedo());
    const int rejected = results_.rejectedCount();
    rejected_->setVisible(rejected > 0);
    rejected_->setText(tr("%n rejected", nullptr, rejected));
}

void VerdictBar::exportVerdicts() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export all verdicts"), QStringLiteral("verdicts.csv"),
                                     QStringLiteral("CSV (*.csv);;JSON (*.json)"));
    if (!file.isEmpty())
        book_.exportTo(file);
}

void VerdictBar::importVerdicts() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Import verdicts"), QString(),
                                                      QStringLiteral("CSV, JSON (*.csv *.json)"));
    if (!file.isEmpty())
        book_.importFrom(file);
}

void VerdictBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void VerdictBar::retranslate() {
    const std::array help{tr("This result shows the same as the query; again: no verdict"),
                          tr("This result doesn't show the same; it is hidden from now on"),
                          tr("Looked at, and left open")};
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        choices_[i].action->setText(ResultListModel::verdictText(choices_[i].judgement));
        choices_[i].action->setToolTip(help[i]);
        choices_[i].action->setIcon(themedIcon(ResultListModel::verdictIcon(choices_[i].judgement)));
    }
    undo_->setText(tr("Undo the last verdict"));
    redo_->setText(tr("Redo"));
    export_->setText(tr("Export all verdicts…"));
    import_->setText(tr("Import verdicts…"));
    note_->setPlaceholderText(tr("Note"));
    note_->setAccessibleName(tr("Note on the verdict"));
    note_->setToolTip(tr("Why it was judged so; kept with the verdict"));
    rejected_->setToolTip(tr("Show results that were judged not to match"));
    more_->setIcon(themedIcon(QStringLiteral("menu")));
    more_->setAccessibleName(tr("Verdicts"));
    more_->setToolTip(tr("Undo, export and import verdicts"));
    showCurrent();
}

} // namespace likeness::ui
