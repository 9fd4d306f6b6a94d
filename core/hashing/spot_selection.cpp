// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/spot_selection.h"

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

constexpr double saliencyPower = 0.7;

/// The numbers of the windows to keep, in the order in which they were chosen.
std::vector<std::size_t> chosen(const WindowCodes& all, std::span<const double> saliency, std::size_t most) {
    std::vector<double> weight(all.size());
    std::ranges::transform(saliency, weight.begin(), [](double s) { return std::pow(s, saliencyPower); });
    // 1 - similarity is twice the share of differing bits; what is nearest among those kept counts.
    std::vector<int> nearest(all.size(), all.bits);
    std::vector<std::size_t> kept;
    std::size_t next = static_cast<std::size_t>(std::ranges::max_element(weight) - weight.begin());
    while (kept.size() < most) {
        kept.push_back(next);
        double best = -1;
        for (std::size_t i = 0; i < all.size(); ++i) {
            nearest[i] = i == kept.back()
                             ? -1
                             : std::min(nearest[i], hammingDistance(all.code(i), all.code(kept.back())));
            if (nearest[i] >= 0 && weight[i] * nearest[i] > best) {
                best = weight[i] * nearest[i];
                next = i;
            }
        }
    }
    return kept;
}

} // namespace

WindowCodes selectSpots(const WindowCodes& all, std::span<const double> saliency, std::size_t most) {
    if (all.size() <= most)
        return all;
    std::vector<std::size_t> kept = chosen(all, saliency, most);
    std::ranges::sort(kept);
    WindowCodes spots;
    spots.bits = all.bits;
    for (const std::size_t i : kept) {
        spots.windows.push_back(all.windows[i]);
        spots.words.insert(spots.words.end(), all.code(i).begin(), all.code(i).end());
    }
    return spots;
}

} // namespace likeness
