// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include <optional>

namespace likeness::ui {

/// A line above the workspace that tells what went wrong and what to do, or what was done, until it is
/// closed. Never in the way.
class Notice : public QWidget {
    Q_OBJECT

public:
    explicit Notice(QWidget* parent = nullptr);
    void showError(const Error& error);
    /// Something was done; the text is in the language of the window.
    void showText(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::optional<Error> error_;
    QLabel* icon_;
    QLabel* text_;
    QToolButton* close_;
};

} // namespace likeness::ui
