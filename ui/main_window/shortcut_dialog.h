// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/shortcut_book.h"

#include <QDialog>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace likeness::ui {

/// All actions with their keys, which can be changed. Each change takes effect at once.
class ShortcutDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutDialog(ShortcutBook& book, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void list();
    void filter();
    void showCurrent();
    void change();
    QAction* current() const;
    void retranslate();

    ShortcutBook& book_;
    QLineEdit* filter_;
    QTableWidget* table_;
    QLabel* keysLabel_;
    QKeySequenceEdit* keys_;
    QPushButton* none_;
    QPushButton* reset_;
    QLabel* note_; // whom the keys were taken from
    QPushButton* close_;
};

} // namespace likeness::ui
