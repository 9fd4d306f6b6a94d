// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/affine_map.h"
#include "core/hashing/encoder.h"

#include <string_view>
#include <vector>

namespace likeness {

inline constexpr std::string_view chMethod = "ch";

/// What a ClusterEncoder learned: `books` sets of cluster centres, each with a code for every centre.
struct ClusterBooks {
    AffineMap map;              // descriptor -> the space that was clustered
    int books = 0;              // they share the bits evenly, in order (see firstBit())
    int clusters = 0;           // centres in each
    float sharpness = 1;        // of the soft assignment: weights are exp(-sharpness * squared distance)
    std::vector<float> centres; // (books * clusters) x map.rows
    std::vector<float> codes;   // clusters x bits, of 1 and -1: row c holds the codes of all books' centre c

    /// The first bit of a book of `books` that share `bits`; for book == books, `bits`.
    static int firstBit(int book, int books, int bits) { return bits * book / books; }
};

/// Cluster hashing: a descriptor gets the codes of its nearest centre, one from each book. Near centres have
/// near codes.
class ClusterEncoder final : public Encoder {
public:
    explicit ClusterEncoder(ClusterBooks books);

    std::string_view method() const override { return chMethod; }
    int bits() const override { return bits_; }
    int descriptorLength() const override { return books_.map.columns; }
    /// The mean of the centres' codes, each weighed by how near it is: -1 to 1. Its signs may differ from the
    /// nearest centre's code where others are about as near.
    std::vector<float> project(std::span<const float> descriptor) const override;
    HashCode encode(std::span<const float> descriptor) const override;
    std::vector<Tensor> tensors() const override;

private:
    /// Squared distances to the centres of one book.
    std::vector<float> distances(std::span<const float> point, int book) const;
    /// Adds weight times a centre's code to the bits of its book.
    void add(std::vector<float>& bits, int book, int cluster, float weight) const;

    ClusterBooks books_;
    int bits_;
};

} // namespace likeness
