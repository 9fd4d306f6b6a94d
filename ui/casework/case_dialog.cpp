// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casework/case_dialog.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

namespace likeness::ui {

CaseDialog::CaseDialog(CaseKeeper& keeper, QWidget* parent)
    : QDialog(parent),
      keeper_(keeper),
      model_(new CaseLogModel(this)),
      title_(new QLineEdit(this)),
      examiner_(new QLineEdit(this)),
      notes_(new QPlainTextEdit(this)),
      titleLabel_(new QLabel(this)),
      examinerLabel_(new QLabel(this)),
      notesLabel_(new QLabel(this)),
      logLabel_(new QLabel(this)),
      log_(new QTableView(this)),
      report_(new QPushButton(this)),
      close_(new QPushButton(this)) {
    setObjectName(QStringLiteral("caseDialog"));
    makeParts();
    layOut();
    connect(&keeper_, &CaseKeeper::read, this, &CaseDialog::showCase);
    connect(&keeper_, &CaseKeeper::reported, this, [this] { keeper_.readCase(); });
    connect(&keeper_, &CaseKeeper::reportable, this, &CaseDialog::retranslate);
    connect(title_, &QLineEdit::editingFinished, this, &CaseDialog::keep);
    connect(examiner_, &QLineEdit::editingFinished, this, &CaseDialog::keep);
    connect(report_, &QPushButton::clicked, this, &CaseDialog::keep);
    connect(report_, &QPushButton::clicked, this, &CaseDialog::reportRequested);
    connect(close_, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
    keeper_.readCase();
}

void CaseDialog::makeParts() {
    title_->setObjectName(QStringLiteral("caseTitle"));
    examiner_->setObjectName(QStringLiteral("caseExaminer"));
    notes_->setObjectName(QStringLiteral("caseNotes"));
    notes_->setTabChangesFocus(true);
    notes_->setMaximumHeight(96);
    titleLabel_->setBuddy(title_);
    examinerLabel_->setBuddy(examiner_);
    notesLabel_->setBuddy(notes_);
    logLabel_->setBuddy(log_);
    log_->setObjectName(QStringLiteral("caseLog"));
    log_->setModel(model_);
    log_->setSelectionBehavior(QAbstractItemView::SelectRows);
    log_->setShowGrid(false);
    log_->setWordWrap(false);
    log_->verticalHeader()->hide();
    log_->horizontalHeader()->setStretchLastSection(true);
    log_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    log_->setColumnWidth(CaseLogModel::Time, 180);
    log_->setColumnWidth(CaseLogModel::Action, 140);
    report_->setObjectName(QStringLiteral("caseReport"));
    close_->setObjectName(QStringLiteral("caseClose"));
    for (QPushButton* button : {report_, close_})
        button->setAutoDefault(false);
}

void CaseDialog::layOut() {
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(titleLabel_, title_);
    form->addRow(examinerLabel_, examiner_);
    form->addRow(notesLabel_, notes_);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(report_);
    buttons->addWidget(close_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addSpacing(8);
    layout->addWidget(logLabel_);
    layout->addWidget(log_, 1);
    layout->addLayout(buttons);
    resize(760, 560);
}

/// What is being typed stays.
void CaseDialog::showCase(const CaseFacts& facts, const std::vector<CaseAction>& log) {
    model_->setLog(log);
    if (loaded_)
        return;
    loaded_ = true;
    kept_ = facts;
    title_->setText(QString::fromStdString(facts.title));
    examiner_->setText(QString::fromStdString(facts.examiner));
    notes_->setPlainText(QString::fromStdString(facts.notes));
}

CaseFacts CaseDialog::typed() const {
    return {title_->text().trimmed().toStdString(), examiner_->text().trimmed().toStdString(),
            notes_->toPlainText().toStdString()};
}

void CaseDialog::keep() {
    if (!loaded_ || typed() == kept_)
        return;
    kept_ = typed();
    keeper_.setFacts(kept_);
}

void CaseDialog::hideEvent(QHideEvent* event) {
    keep();
    QDialog::hideEvent(event);
}

void CaseDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void CaseDialog::retranslate() {
    setWindowTitle(tr("Case"));
    titleLabel_->setText(tr("&Title"));
    examinerLabel_->setText(tr("&Examiner"));
    notesLabel_->setText(tr("&Notes"));
    logLabel_->setText(tr("&Log"));
    log_->setAccessibleName(tr("Log of the case"));
    report_->setText(tr("Report on this query…"));
    report_->setEnabled(keeper_.canReport());
    report_->setToolTip(
        keeper_.canReport()
            ? tr("The query with its results, verdicts and checksums, as PDF or HTML (Ctrl+R)")
            : tr("Search by a photo first: a report shows a query with its results"));
    close_->setText(tr("Close"));
    model_->retranslate();
}

} // namespace likeness::ui
