// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

#include <functional>
#include <vector>

namespace likeness::ui {

/// What is in force, a chip each, in as many rows as they need; pressing a chip takes it away. Not seen while
/// there are none.
class ChipBar : public QWidget {
    Q_OBJECT

public:
    struct Chip {
        QString text;
        std::function<void()> remove;
    };

    explicit ChipBar(QWidget* parent = nullptr);
    void setChips(const std::vector<Chip>& chips);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    std::vector<QToolButton*> buttons_;
};

} // namespace likeness::ui
