// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace likeness {

/// The labels of one photo, by number: ascending, each once, at least one. A folder gives one, tags several.
using LabelSet = std::vector<int>;

/// What makes two photos alike: any label that both have.
bool sharesLabel(const LabelSet& a, const LabelSet& b);

/// For each photo the one of its labels that the fewest photos have, the smallest number of several: the one
/// by which photos are dealt into parts, so that rare labels land in all of them.
std::vector<int> rarestLabels(std::span<const LabelSet> labels);

/// One label for each photo.
std::vector<LabelSet> singleLabels(std::span<const int> labels);

} // namespace likeness
