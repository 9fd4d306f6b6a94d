// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/pooling.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace likeness {

/// A descriptor in one byte per dimension: value[i] is about scale * levels[i], levels within -127..127.
struct QuantisedDescriptor {
    float scale = 0.0F;
    std::vector<std::int8_t> levels;
};

/// Symmetric linear quantisation; the largest magnitude becomes 127.
QuantisedDescriptor quantise(std::span<const float> vector);
Descriptor dequantise(const QuantisedDescriptor& descriptor);

/// Dot product of a real-valued query with a stored descriptor.
float dot(std::span<const float> query, const QuantisedDescriptor& stored);

/// As the library stores it: scale (IEEE 754 single, little-endian), then the levels.
std::vector<std::byte> toBlob(const QuantisedDescriptor& descriptor);
/// InvalidArgument where the blob is shorter than a scale.
Result<QuantisedDescriptor> quantisedFromBlob(std::span<const std::byte> blob);

} // namespace likeness
