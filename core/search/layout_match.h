// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rectangle.h"

#include <cstddef>
#include <span>
#include <vector>

namespace likeness {

/// Which window of a photo answers each box of the query, and how well they do together.
struct LayoutMatch {
    double score = -1; // mean over the boxes
    std::vector<std::size_t> windows;
};

/// Matches boxes with windows so that the windows lie to each other as the boxes do, at any place and at half
/// to twice the size. similarities[box][window]; `places` are those of the windows. A window loses up to .2
/// the further it lies from where the layout wants it. One box simply takes its best window.
LayoutMatch matchLayout(std::span<const Rectangle> boxes, std::span<const std::vector<float>> similarities,
                        std::span<const Rectangle> places);

} // namespace likeness
