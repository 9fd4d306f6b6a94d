// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"

#include <cstddef>
#include <vector>

namespace likeness {

struct PhotoDistance {
    PhotoId photo;
    int distance = 0;
    bool operator==(const PhotoDistance&) const = default;
};

/// The k nearest of both lists, each nearest first, ties by photo id.
std::vector<PhotoDistance> nearestOf(const std::vector<PhotoDistance>& a, const std::vector<PhotoDistance>& b,
                                     std::size_t k);

} // namespace likeness
