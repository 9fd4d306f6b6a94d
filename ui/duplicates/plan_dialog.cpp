// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/plan_dialog.h"

#include "ui/duplicates/duplicate_texts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness::ui {

PlanDialog::PlanDialog(const DuplicatePlan& plan, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("planDialog"));
    setWindowTitle(DuplicateTexts::action(plan.action.kind));
    setMinimumWidth(460);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    auto* summary = new QLabel(DuplicateTexts::plan(plan), this);
    summary->setObjectName(QStringLiteral("planSummary"));
    summary->setWordWrap(true);
    summary->setTextFormat(Qt::PlainText);
    layout->addWidget(summary);
    auto* promise = new QLabel(tr("No photo is deleted, and this can be undone."), this);
    promise->setProperty("muted", true);
    promise->setWordWrap(true);
    layout->addWidget(promise);
    if (!plan.refused.empty())
        layout->addWidget(makeRefusals(plan));
    auto* buttons = new QDialogButtonBox(this);
    auto* go = new QPushButton(DuplicateTexts::action(plan.action.kind), this);
    go->setObjectName(QStringLiteral("planGo"));
    go->setProperty("primary", true);
    buttons->addButton(go, QDialogButtonBox::AcceptRole);
    go->setEnabled(!plan.photos.empty());
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("planCancel"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QWidget* PlanDialog::makeRefusals(const DuplicatePlan& plan) {
    auto* list = new QPlainTextEdit(this);
    list->setObjectName(QStringLiteral("planRefusals"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setAccessibleName(tr("Photos that are left as they are"));
    list->setFixedHeight(110);
    for (const RefusedPhoto& photo : plan.refused)
        list->appendPlainText(DuplicateTexts::refusal(photo));
    return list;
}

} // namespace likeness::ui
