// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/grid_layout.h"

#include <algorithm>

namespace likeness::ui {

GridLayout::GridLayout(int viewWidth, int wantedTileWidth, int count) : count_(count) {
    const int inner = std::max(1, viewWidth - gap);
    const int wanted = wantedTileWidth + gap;
    columns_ = std::max(1, (inner + wanted / 2) / wanted);
    const int width = std::max(1, inner / columns_ - gap);
    spare_ = std::max(0, inner - columns_ * (width + gap));
    tile_ = QSize(width, width * 8 / 7);
}

int GridLayout::contentHeight() const {
    const int rows = (count_ + columns_ - 1) / columns_;
    return rows * (tile_.height() + gap) + gap;
}

QRect GridLayout::tileRect(int index) const {
    const int column = index % columns_;
    const int row = index / columns_;
    const int x = gap + column * (tile_.width() + gap) + std::min(column, spare_);
    const int y = gap + row * (tile_.height() + gap);
    return {QPoint(x, y), tile_};
}

int GridLayout::indexAt(QPoint point) const {
    const int row = (point.y() - gap) / (tile_.height() + gap);
    if (point.y() < gap)
        return -1;
    for (int column = 0; column < columns_; ++column) {
        const int index = row * columns_ + column;
        if (index < count_ && tileRect(index).contains(point))
            return index;
    }
    return -1;
}

int GridLayout::firstIndexFrom(int top) const {
    return std::clamp((top - gap) / (tile_.height() + gap) * columns_, 0, count_);
}

int GridLayout::endIndexAt(int bottom) const {
    return std::clamp(((bottom - gap) / (tile_.height() + gap) + 1) * columns_, 0, count_);
}

} // namespace likeness::ui
