// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"

#include <vector>

namespace likeness {

/// A real-valued feature vector of L2 norm 1 (or all zeros).
using Descriptor = std::vector<float>;

/// Generalised-mean pooling over all cells (Radenovic, Tolias, Chum 2019): (mean max(v, 1e-6)^p)^(1/p) for
/// each channel, then L2-normalised. p = 1 is average pooling, p towards infinity is maximum pooling.
Descriptor gemPool(const FeatureMap& map, float p);

/// Scales to L2 norm 1 in place; a zero vector stays as it is.
void normalise(Descriptor& vector);

} // namespace likeness
