// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/threshold_encoder.h"

#include <utility>

namespace likeness {

ThresholdEncoder::ThresholdEncoder(AffineMap map, std::vector<float> thresholds)
    : map_(std::move(map)), thresholds_(std::move(thresholds)) {}

std::vector<float> ThresholdEncoder::project(std::span<const float> descriptor) const {
    const std::vector<float> dimensions = map_.apply(descriptor);
    std::vector<float> above(thresholds_.size());
    for (int d = 0; d < map_.rows; ++d)
        for (int bit = firstBit(d, map_.rows, bits()); bit < firstBit(d + 1, map_.rows, bits()); ++bit)
            above[static_cast<std::size_t>(bit)] =
                dimensions[static_cast<std::size_t>(d)] - thresholds_[static_cast<std::size_t>(bit)];
    return above;
}

std::vector<Tensor> ThresholdEncoder::tensors() const {
    std::vector<Tensor> all = tensorsOf(map_);
    all.push_back({"thresholds", 1, bits(), thresholds_});
    return all;
}

} // namespace likeness
