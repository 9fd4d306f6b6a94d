// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/label_set.h"

#include <algorithm>
#include <map>

namespace likeness {

bool sharesLabel(const LabelSet& a, const LabelSet& b) {
    return std::ranges::any_of(a, [&b](int label) { return std::ranges::binary_search(b, label); });
}

std::vector<int> rarestLabels(std::span<const LabelSet> labels) {
    std::map<int, int> photosOf;
    for (const LabelSet& own : labels)
        for (const int label : own)
            ++photosOf[label];
    std::vector<int> rarest;
    rarest.reserve(labels.size());
    for (const LabelSet& own : labels)
        rarest.push_back(
            *std::ranges::min_element(own, {}, [&photosOf](int label) { return photosOf[label]; }));
    return rarest;
}

std::vector<LabelSet> singleLabels(std::span<const int> labels) {
    std::vector<LabelSet> sets;
    sets.reserve(labels.size());
    for (const int label : labels)
        sets.push_back({label});
    return sets;
}

} // namespace likeness
