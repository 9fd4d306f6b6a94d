// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/grid_layout.h"

#include <algorithm>

namespace likeness::ui {

GridLayout::GridLayout(int viewWidth, int wantedTileWidth, int count, const std::vector<int>& sections)
    : viewWidth_(viewWidth) {
    const int inner = std::max(1, viewWidth - gap);
    const int wanted = wantedTileWidth + gap;
    columns_ = std::max(1, (inner + wanted / 2) / wanted);
    const int width = std::max(1, inner / columns_ - gap);
    spare_ = std::max(0, inner - columns_ * (width + gap));
    tile_ = QSize(width, width * 8 / 7);
    bands_ = {Band{0, count, 0}};
    if (sections.empty())
        return;
    bands_.clear();
    int top = 0;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const int first = i == 0 ? 0 : std::min(sections[i], count);
        const int end = i + 1 < sections.size() ? std::min(sections[i + 1], count) : count;
        bands_.push_back({first, end - first, top + headingHeight});
        top += headingHeight + rowsOf(bands_.back()) * rowHeight();
    }
}

std::size_t GridLayout::bandOf(int index) const {
    const auto next = std::upper_bound(bands_.begin(), bands_.end(), index,
                                       [](int wanted, const Band& band) { return wanted < band.first; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - bands_.begin() - 1));
}

std::size_t GridLayout::bandAt(int y) const {
    const auto next = std::upper_bound(bands_.begin(), bands_.end(), y,
                                       [](int wanted, const Band& band) { return wanted < band.top; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - bands_.begin() - 1));
}

int GridLayout::contentHeight() const {
    return bands_.back().top + rowsOf(bands_.back()) * rowHeight() + gap;
}

QRect GridLayout::tileRect(int index) const {
    const Band& band = bands_[bandOf(index)];
    const int column = (index - band.first) % columns_;
    const int row = (index - band.first) / columns_;
    const int x = gap + column * (tile_.width() + gap) + std::min(column, spare_);
    return {QPoint(x, band.top + gap + row * rowHeight()), tile_};
}

QRect GridLayout::headingRect(std::size_t section) const {
    return section < bands_.size() ? QRect(0, bands_[section].top - headingHeight, viewWidth_, headingHeight)
                                   : QRect();
}

int GridLayout::indexAt(QPoint point) const {
    const Band& band = bands_[bandAt(point.y())];
    const int y = point.y() - band.top - gap;
    if (y < 0)
        return -1;
    const int row = y / rowHeight();
    for (int column = 0; column < columns_; ++column) {
        const int inBand = row * columns_ + column;
        if (inBand < band.count && tileRect(band.first + inBand).contains(point))
            return band.first + inBand;
    }
    return -1;
}

int GridLayout::firstIndexFrom(int top) const {
    const Band& band = bands_[bandAt(top)];
    const int row = std::max(0, top - band.top - gap) / rowHeight();
    return band.first + std::min(row * columns_, band.count);
}

int GridLayout::endIndexAt(int bottom) const {
    const Band& band = bands_[bandAt(bottom)];
    if (bottom <= band.top)
        return band.first;
    const int rows = std::max(0, bottom - band.top - gap) / rowHeight() + 1;
    return band.first + std::min(rows * columns_, band.count);
}

int GridLayout::above(int index) const {
    const std::size_t number = bandOf(index);
    const Band& band = bands_[number];
    if (index - band.first >= columns_)
        return index - columns_;
    if (number == 0)
        return index;
    const Band& before = bands_[number - 1];
    const int inBand = (rowsOf(before) - 1) * columns_ + (index - band.first);
    return before.first + std::min(inBand, before.count - 1);
}

int GridLayout::below(int index) const {
    const std::size_t number = bandOf(index);
    const Band& band = bands_[number];
    const int inBand = index - band.first;
    if (inBand / columns_ + 1 < rowsOf(band))
        return band.first + std::min(inBand + columns_, band.count - 1);
    if (number + 1 == bands_.size())
        return index;
    const Band& after = bands_[number + 1];
    return after.first + std::min(inBand % columns_, after.count - 1);
}

} // namespace likeness::ui
