// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/affine_map.h"
#include "core/hashing/encoder.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace likeness {

/// The methods whose encoders are one affine map and a sign.
inline constexpr std::string_view itqMethod = "itq";
inline constexpr std::string_view lshMethod = "lsh";
inline constexpr std::string_view deepMethod = "deep";
inline constexpr std::array linearMethods{itqMethod, lshMethod, deepMethod};

/// A code whose bit i is the sign of row i of an affine map.
class LinearEncoder final : public Encoder {
public:
    LinearEncoder(std::string method, AffineMap map) : method_(std::move(method)), map_(std::move(map)) {}

    std::string_view method() const override { return method_; }
    int bits() const override { return map_.rows; }
    int descriptorLength() const override { return map_.columns; }
    std::vector<float> project(std::span<const float> descriptor) const override {
        return map_.apply(descriptor);
    }

    std::vector<HashCode> encodeAll(std::span<const Descriptor> descriptors) const override {
        const std::vector<float> projected = map_.applyToAll(descriptors);
        const auto row = static_cast<std::size_t>(bits());
        std::vector<HashCode> codes;
        for (std::size_t i = 0; i < descriptors.size(); ++i)
            codes.push_back(HashCode::fromSigns(std::span(projected).subspan(i * row, row)));
        return codes;
    }

    std::vector<Tensor> tensors() const override { return tensorsOf(map_); }

private:
    std::string method_;
    AffineMap map_;
};

} // namespace likeness
