// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/spot_matches.h"

#include <QWidget>

#include <vector>

namespace likeness::ui {

class ComparePane;

/// Joins the spots that the first photo shares with each of the others by lines, over all panes. Lets the
/// mouse through.
class SpotLines : public QWidget {
    Q_OBJECT

public:
    /// As large as its parent, which holds the panes.
    explicit SpotLines(QWidget* parent);

    void setPanes(std::vector<ComparePane*> panes);
    /// For each pane but the first; none for nothing.
    void setSpots(std::vector<std::vector<SpotMatch>> spots);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QRectF placeOf(const ComparePane& pane, const Rectangle& spot) const;
    void paintPair(QPainter& painter, const ComparePane& pane, const SpotMatch& spot, std::size_t number);

    std::vector<ComparePane*> panes_;
    std::vector<std::vector<SpotMatch>> spots_;
};

} // namespace likeness::ui
