// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/photo_distance.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace likeness {

std::vector<PhotoDistance> nearestOf(const std::vector<PhotoDistance>& a, const std::vector<PhotoDistance>& b,
                                     std::size_t k) {
    std::vector<PhotoDistance> both;
    both.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(both), [](const PhotoDistance& x, const PhotoDistance& y) {
        return std::tie(x.distance, x.photo) < std::tie(y.distance, y.photo);
    });
    both.resize(std::min(k, both.size()));
    return both;
}

} // namespace likeness
