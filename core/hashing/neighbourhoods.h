// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/deep_objective.h"
#include "core/hashing/validation.h"

#include <span>
#include <stop_token>
#include <vector>

namespace likeness {

/// For each sample: other samples, by number.
using Neighbourhoods = std::vector<std::vector<int>>;

/// The `count` nearest others of each row by cosine, nearest first. Exact. Cancelled.
Result<Neighbourhoods> nearestNeighbours(const RowMajorFloats& samples, int count,
                                         const std::stop_token& stop = {});

/// The neighbourhoods among `rows` alone, numbered by their place there, of `count` each at most.
Neighbourhoods neighboursAmong(const Neighbourhoods& all, std::span<const int> rows, int count);

/// Relevant for a held-out sample are its `count` nearest training samples, their nearest, and those to which
/// they are a nearest one.
RelevantPlaces relevantByNeighbours(const Neighbourhoods& all, const Split& split, int count);

struct NeighbourOptions {
    float temperature = 0.3F;
    float quantisation = 0.1F; // weight of the mean squared distance between outputs and their signs
};

/// Each anchor with a random one of its neighbours: their outputs shall be more alike than those of all other
/// pairs of the batch (cross-entropy of cosines: Chen et al. 2020, with neighbours for augmentations), and
/// near to their signs. Learns without labels: chains of neighbours draw a kind of photo together.
class NeighbourObjective final : public DeepObjective {
public:
    NeighbourObjective(Neighbourhoods neighbours, const NeighbourOptions& options);

    /// Each anchor, followed by its neighbour (itself where it has none).
    std::vector<int> rowsOf(std::span<const int> anchors, std::mt19937_64& random) const override;
    LossAndGradient loss(const RowMajorFloats& outputs, std::span<const int> rows) const override;

private:
    Neighbourhoods neighbours_;
    NeighbourOptions options_;
};

} // namespace likeness
