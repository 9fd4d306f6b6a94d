// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace likeness::ui {

/// Says why there is nothing here and what to do next, with the button that does it.
class EmptyView : public QWidget {
    Q_OBJECT

public:
    explicit EmptyView(QString iconName, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& explanation, const QString& button);

Q_SIGNALS:
    void buttonClicked();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void drawIcon();
    void fitExplanation();

    QString iconName_;
    QLabel* icon_;
    QLabel* title_;
    QLabel* explanation_;
    QPushButton* button_;
};

} // namespace likeness::ui
