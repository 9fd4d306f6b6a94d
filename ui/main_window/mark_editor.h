// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/photo_marks.h"

#include <QToolButton>
#include <QWidget>

#include <array>

namespace likeness::ui {

/// Stars and colour labels to click on.
class MarkEditor : public QWidget {
    Q_OBJECT

public:
    explicit MarkEditor(QWidget* parent = nullptr);
    void show(const PhotoMarks& marks);
    using QWidget::show;

Q_SIGNALS:
    void ratingChosen(int stars);
    void labelChosen(likeness::ColourLabel label);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    PhotoMarks marks_;
    std::array<QToolButton*, mostStars> stars_{};
    std::array<QToolButton*, allColourLabels.size()> labels_{};
};

} // namespace likeness::ui
