// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_presenter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QWidget>

namespace likeness::ui {

/// What is to be trained: method, code length, labels with what there is of them, and the advanced choices.
class TrainingForm : public QWidget {
    Q_OBJECT

public:
    explicit TrainingForm(TrainingPresenter& presenter, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeFields();
    void layOut();
    void takeChoices();
    void showState();
    void showLabels();
    QString adviceText() const;
    void retranslate();

    TrainingPresenter& presenter_;
    QFormLayout* main_;
    QFormLayout* more_;
    QComboBox* method_;
    QComboBox* bits_;
    QComboBox* labels_;
    QLabel* advice_;
    QToolButton* advanced_;
    QWidget* advancedPart_;
    QSpinBox* folds_;
    QCheckBox* search_;
    QSpinBox* seed_;
    QSpinBox* held_;
};

} // namespace likeness::ui
