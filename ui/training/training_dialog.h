// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/curve_chart.h"
#include "ui/training/training_form.h"

#include <QDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace likeness::ui {

/// Trains a codebook on the user's photos: the choices on the left, on the right how it goes, and what came
/// of it. Not modal; a training goes on while it is closed.
class TrainingDialog : public QDialog {
    Q_OBJECT

public:
    explicit TrainingDialog(TrainingPresenter& presenter, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeParts();
    void layOut();
    void showState();
    void showProgress();
    void showCurves();
    QString statusText() const;
    QString stepText() const;
    QString offerText() const;
    void restyle();
    void retranslate();

    TrainingPresenter& presenter_;
    TrainingForm* form_;
    CurveChart* loss_;
    CurveChart* validation_;
    QLabel* status_;
    QProgressBar* progress_;
    QPushButton* start_;
    QPushButton* cancel_;
    QPushButton* use_;
    QPushButton* discard_;
    QPushButton* close_;
};

} // namespace likeness::ui
