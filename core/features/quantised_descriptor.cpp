// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/quantised_descriptor.h"

#include "core/base/little_endian.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace likeness {
namespace {

constexpr float largestLevel = 127.0F;

} // namespace

QuantisedDescriptor quantise(std::span<const float> vector) {
    float largest = 0.0F;
    for (float value : vector)
        largest = std::max(largest, std::abs(value));
    QuantisedDescriptor quantised{largest / largestLevel, std::vector<std::int8_t>(vector.size())};
    if (quantised.scale <= 0.0F)
        return quantised;
    std::ranges::transform(vector, quantised.levels.begin(), [&quantised](float value) {
        const float level = std::round(value / quantised.scale);
        return static_cast<std::int8_t>(std::clamp(level, -largestLevel, largestLevel));
    });
    return quantised;
}

Descriptor dequantise(const QuantisedDescriptor& descriptor) {
    Descriptor vector(descriptor.levels.size());
    std::ranges::transform(descriptor.levels, vector.begin(), [&descriptor](std::int8_t level) {
        return descriptor.scale * static_cast<float>(level);
    });
    return vector;
}

float dot(std::span<const float> query, const QuantisedDescriptor& stored) {
    // Independent sums, so that one addition need not wait for the one before.
    std::array<float, 16> sums{};
    const std::size_t length = std::min(query.size(), stored.levels.size());
    std::size_t i = 0;
    for (; i + sums.size() <= length; i += sums.size())
        for (std::size_t lane = 0; lane < sums.size(); ++lane)
            sums[lane] += query[i + lane] * static_cast<float>(stored.levels[i + lane]);
    for (; i < length; ++i)
        sums[0] += query[i] * static_cast<float>(stored.levels[i]);
    float sum = 0.0F;
    for (float part : sums)
        sum += part;
    return stored.scale * sum;
}

std::vector<std::byte> toBlob(const QuantisedDescriptor& descriptor) {
    Bytes blob;
    blob.reserve(sizeof(float) + descriptor.levels.size());
    appendLittleEndian(blob, descriptor.scale);
    for (std::int8_t level : descriptor.levels)
        blob.push_back(static_cast<std::byte>(level));
    return blob;
}

Result<QuantisedDescriptor> quantisedFromBlob(std::span<const std::byte> blob) {
    if (blob.size() < sizeof(float))
        return makeError(ErrorCode::InvalidArgument,
                         {"a stored descriptor has only " + std::to_string(blob.size()) + " bytes"});
    QuantisedDescriptor descriptor{readLittleEndian<float>(blob), {}};
    const auto levels = blob.subspan(sizeof(float));
    descriptor.levels.resize(levels.size());
    std::ranges::transform(levels, descriptor.levels.begin(),
                           [](std::byte level) { return static_cast<std::int8_t>(level); });
    return descriptor;
}

} // namespace likeness
