// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/hashing/hash_code.h"

#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// Samples by number, in ascending order: those that are trained on, and those that are held out.
struct Split {
    std::vector<int> training;
    std::vector<int> held;
};

/// Holds out about `share` of each class of three samples or more, at least one; none of smaller classes. A
/// sample of several classes is dealt with the rarest of them.
Split splitByLabel(std::span<const LabelSet> labels, double share, std::uint64_t seed);

/// Deals the samples of each class (as above) into `folds` parts; each part is held out once.
std::vector<Split> splitIntoFolds(std::span<const LabelSet> labels, int folds, std::uint64_t seed);

/// Holds out about `share` of all samples, at least one.
Split splitAtRandom(int count, double share, std::uint64_t seed);

/// For each query, the places of those that it should find in the list that is searched, ascending.
using RelevantPlaces = std::vector<std::vector<int>>;

/// Relevant for a held-out sample are the training samples that share a label with it.
RelevantPlaces relevantByLabel(std::span<const LabelSet> labels, const Split& split);

/// Mean over all queries that have something relevant of the expected average precision over random order
/// within equal Hamming distance (McSherry and Najork 2008), every query against the whole database.
double meanAveragePrecision(std::span<const HashCode> queries, std::span<const HashCode> database,
                            const RelevantPlaces& relevant);

} // namespace likeness
