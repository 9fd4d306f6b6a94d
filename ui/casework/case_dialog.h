// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/casework/case_keeper.h"
#include "ui/casework/case_log_model.h"

#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

namespace likeness::ui {

/// What the library is as a case: title, examiner and notes, which are kept as they are typed in, and the
/// log of what was done. Not modal.
class CaseDialog : public QDialog {
    Q_OBJECT

public:
    explicit CaseDialog(CaseKeeper& keeper, QWidget* parent = nullptr);

Q_SIGNALS:
    void reportRequested();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeParts();
    void layOut();
    void showCase(const CaseFacts& facts, const std::vector<CaseAction>& log);
    void keep();
    CaseFacts typed() const;
    void retranslate();

    CaseKeeper& keeper_;
    CaseLogModel* model_;
    CaseFacts kept_;
    bool loaded_ = false; // before that there is nothing to keep
    QLineEdit* title_;
    QLineEdit* examiner_;
    QPlainTextEdit* notes_;
    QLabel* titleLabel_;
    QLabel* examinerLabel_;
    QLabel* notesLabel_;
    QLabel* logLabel_;
    QTableView* log_;
    QPushButton* report_;
    QPushButton* close_;
};

} // namespace likeness::ui
