// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/method_menu.h"
#include "ui/similar/restriction_button.h"
#include "ui/similar/score_histogram.h"
#include "ui/similar/similar_presenter.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QSlider>

namespace likeness::ui {

/// Above the results: how many there are, how long it took, the method, the threshold with a histogram of
/// similarities, and a thin sign that an answer takes long.
class ResultsHeader : public QWidget {
    Q_OBJECT

public:
    ResultsHeader(SimilarPresenter& presenter, MethodPresenter& method, QWidget* parent = nullptr);

    /// Results as a list with columns while it is checked, as a grid otherwise. It has a key.
    QAction* asList() { return asList_; }
    RestrictionButton& restriction() { return *restriction_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeParts();
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
    MethodMenu* method_;
    RestrictionButton* restriction_;
    ChipBar* chips_;
    QAction* asList_;
    QProgressBar* busy_;
};

} // namespace likeness::ui
