// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace likeness::ui {

/// One line of text that is cut in its middle where it doesn't fit; the tooltip then has all of it.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    void setFullText(const QString& text);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace likeness::ui
