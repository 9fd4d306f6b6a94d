// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/similar_presenter.h"

#include <QComboBox>
#include <QLabel>
#include <QSlider>

#include <array>

namespace likeness::ui {

/// Weights of whole photo, region and parts, and how they are put together. Seen with the tool Fused.
class FusionPanel : public QWidget {
    Q_OBJECT

public:
    explicit FusionPanel(SimilarPresenter& presenter, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* title = nullptr;
        QSlider* slider = nullptr;
        QLabel* share = nullptr;
    };

    Row makeRow(const char* name);
    void showManner();
    void takeWeights();
    void retranslate();

    SimilarPresenter& presenter_;
    std::array<Row, 3> rows_; // whole, region, part
    QLabel* fusionTitle_;
    QComboBox* fusion_;
};

} // namespace likeness::ui
