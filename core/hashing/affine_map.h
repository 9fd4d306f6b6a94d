// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/tensor.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace likeness {

/// y = W (x - mean), with W of `rows` x `columns`, row-major: what ITQ, LSH and whitening are made of.
struct AffineMap {
    int rows = 0;
    int columns = 0;
    std::vector<float> mean;    // columns
    std::vector<float> weights; // rows x columns

    std::vector<float> apply(std::span<const float> x) const;

    /// Of many x at once, in one matrix product: `rows` values for each, one after the other. The same as
    /// apply() up to rounding.
    std::vector<float> applyToAll(std::span<const std::vector<float>> xs) const;
};

/// The map as two tensors, named `prefix` + "mean" and `prefix` + "weights".
std::vector<Tensor> tensorsOf(const AffineMap& map, std::string_view prefix = {});

/// The map that tensorsOf() took apart; nothing where a tensor is missing or the shapes don't fit together.
std::optional<AffineMap> affineMapFrom(std::span<const Tensor> tensors, std::string_view prefix = {});

} // namespace likeness
