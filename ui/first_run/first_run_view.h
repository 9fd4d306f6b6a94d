// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include <array>

namespace likeness::ui {

/// What an empty library shows: the three steps, and the buttons that take the first one. Folders can be
/// dropped on it, as anywhere on the window.
class FirstRunView : public QWidget {
    Q_OBJECT

public:
    explicit FirstRunView(QWidget* parent = nullptr);

Q_SIGNALS:
    void addFolderRequested();
    void samplesRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Step {
        QLabel* number;
        QLabel* title;
        QLabel* text;
    };

    QWidget* makeCard();
    QWidget* makeStep(std::size_t index, QWidget* parent);
    void retranslate();

    QLabel* title_;
    QLabel* subtitle_;
    std::array<Step, 3> steps_{};
    QPushButton* addFolder_;
    QPushButton* samples_;
    QLabel* hint_;
    QWidget* card_;
};

} // namespace likeness::ui
