// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/affine_map.h"
#include "core/hashing/encoder.h"

#include <string_view>
#include <vector>

namespace likeness {

inline constexpr std::string_view qhMethod = "qh";

/// Quantisation hashing: each projected dimension is cut into levels by ascending thresholds, and the level
/// is written as a thermometer: bit t is set above threshold t. So the Hamming distance is the sum over all
/// dimensions of how many levels lie between (Manhattan hashing: Kong, Li and Guo 2012).
class ThresholdEncoder final : public Encoder {
public:
    /// A threshold for each bit; bits share the map's rows evenly, in order (see firstBit()).
    ThresholdEncoder(AffineMap map, std::vector<float> thresholds);

    std::string_view method() const override { return qhMethod; }
    int bits() const override { return static_cast<int>(thresholds_.size()); }
    int descriptorLength() const override { return map_.columns; }
    /// How far each bit's dimension lies above its threshold.
    std::vector<float> project(std::span<const float> descriptor) const override;
    std::vector<Tensor> tensors() const override;

    /// The first bit of a dimension, of `dimensions` that share `bits`; for dimension == dimensions, `bits`.
    static int firstBit(int dimension, int dimensions, int bits) { return bits * dimension / dimensions; }

private:
    AffineMap map_;
    std::vector<float> thresholds_;
};

} // namespace likeness
