// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/pooling.h"
#include "core/hashing/hash_code.h"
#include "core/hashing/tensor.h"

#include <span>
#include <string_view>
#include <vector>

namespace likeness {

/// Turns a real-valued descriptor into a binary code. Immutable and thread-safe; every hash method is one.
class Encoder {
public:
    Encoder() = default;
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    Encoder(Encoder&&) = delete;
    Encoder& operator=(Encoder&&) = delete;
    virtual ~Encoder() = default;

    /// "itq", ...: the name in codebook files and on the command line.
    virtual std::string_view method() const = 0;
    virtual int bits() const = 0;
    virtual int descriptorLength() const = 0;

    /// One real value per bit, before it is cut to a sign: what the asymmetric distance compares with codes.
    virtual std::vector<float> project(std::span<const float> descriptor) const = 0;

    virtual HashCode encode(std::span<const float> descriptor) const {
        return HashCode::fromSigns(project(descriptor));
    }

    /// The same for many, for encoders that are faster so.
    virtual std::vector<HashCode> encodeAll(std::span<const Descriptor> descriptors) const {
        std::vector<HashCode> codes;
        for (const Descriptor& descriptor : descriptors)
            codes.push_back(encode(descriptor));
        return codes;
    }

    /// Everything learned, for codebook files: makeEncoder() makes the same encoder of them.
    virtual std::vector<Tensor> tensors() const = 0;
};

} // namespace likeness
