// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/asymmetric_table.h"

#include <cmath>
#include <cstddef>

namespace likeness {
namespace {

constexpr std::size_t bitsPerByte = 8;
constexpr std::size_t byteValues = 256;

} // namespace

AsymmetricTable::AsymmetricTable(std::span<const float> projected)
    : sums_((projected.size() + bitsPerByte - 1) / bitsPerByte * byteValues) {
    double squares = 0;
    for (const float value : projected)
        squares += static_cast<double>(value) * static_cast<double>(value);
    const double norm = std::sqrt(squares * static_cast<double>(projected.size()));
    if (norm <= 0)
        return;
    for (std::size_t i = 0; i < projected.size(); ++i) {
        const auto share = static_cast<float>(static_cast<double>(projected[i]) / norm);
        float* const table = sums_.data() + i / bitsPerByte * byteValues;
        for (std::size_t byte = 0; byte < byteValues; ++byte)
            table[byte] += (byte >> (i % bitsPerByte) & 1U) != 0 ? share : -share;
    }
}

float AsymmetricTable::similarity(std::span<const std::uint64_t> words) const {
    float sum = 0;
    const std::size_t bytes = sums_.size() / byteValues;
    for (std::size_t i = 0; i < bytes; ++i) {
        const std::size_t byte = words[i / 8] >> (bitsPerByte * (i % 8)) & 0xFFU;
        sum += sums_[i * byteValues + byte];
    }
    return sum;
}

} // namespace likeness
