// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/score_histogram.h"
#include "ui/similar/similar_presenter.h"

#include <QLabel>
#include <QSlider>

namespace likeness::ui {

/// Above the results: how many there are, how long it took, and the threshold with a histogram of
/// similarities.
class ResultsHeader : public QWidget {
    Q_OBJECT

public:
    explicit ResultsHeader(SimilarPresenter& presenter, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void retranslate();
    void showResults();

    SimilarPresenter& presenter_;
    QLabel* count_;
    QLabel* total_;
    ScoreHistogram* histogram_;
    QLabel* atLeast_;
    QSlider* threshold_;
    QLabel* percent_;
};

} // namespace likeness::ui
