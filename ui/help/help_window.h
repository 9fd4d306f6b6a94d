// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/manual_text.h"

#include <QListWidget>
#include <QWidget>

namespace likeness::ui {

/// The manual (docs/manual), a chapter at a time, in the language of the window.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// A chapter's file without number and suffix: "similar"; the first one where there is no such.
    void showChapter(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void listChapters();
    void showCurrent();

    QListWidget* chapters_;
    ManualText* text_;
};

} // namespace likeness::ui
