// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace likeness::ui {

/// One of a row of buttons of which one is down: icon and text in its middle, side by side where there is
/// room, else one above the other.
class SegmentButton : public QToolButton {
    Q_OBJECT

public:
    explicit SegmentButton(QWidget* parent = nullptr);

    /// Of icon and text side by side.
    int wideWidth() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void setWide();
    void setNarrow();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWide(QPainter& painter) const;
    void paintNarrow(QPainter& painter) const;
};

} // namespace likeness::ui
