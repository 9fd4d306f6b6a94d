// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/library_menu.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace likeness::ui {

/// The top of the window: ways to begin, the tabs of the workspaces, the text filter and the menu.
class HeaderBar : public QWidget {
    Q_OBJECT

public:
    HeaderBar(const Actions& actions, QWidget* parent = nullptr);

    void addTab(const QString& objectName);
    void setTabTitle(int tab, const QString& title);
    /// -1 where none of the workspaces is shown.
    void setCurrentTab(int tab);
    QLineEdit& filter() { return *filter_; }
    LibraryMenu& libraryMenu() { return *library_; }

Q_SIGNALS:
    void tabChosen(int tab);
    void filterChanged(const QString& text);
    void filterLeft(); // the keyboard should go to the photos

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillMenu(const Actions& actions);
    void retranslate();
    void showFilterKey();

    const QAction& filterAction_;
    QPushButton* addFolder_;
    QPushButton* searchByPhoto_;
    QHBoxLayout* tabRow_;
    QButtonGroup tabs_;
    QLineEdit* filter_;
    QToolButton* menuButton_;
    QMenu* menu_;
    LibraryMenu* library_;
};

} // namespace likeness::ui
