// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/index/live_index.h"
#include "core/search/search_result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace likeness {

/// A query at one granularity, ready to be compared with photos: first with all by Hamming distance, then
/// with the short list exactly. A query of several ways to ask (orientations, several photos) counts by the
/// one that is most like the photo.
class Scorer {
public:
    Scorer() = default;
    Scorer(const Scorer&) = delete;
    Scorer& operator=(const Scorer&) = delete;
    Scorer(Scorer&&) = delete;
    Scorer& operator=(Scorer&&) = delete;
    virtual ~Scorer() = default;

    /// Bits of the codes compared with one photo.
    virtual int bits() const = 0;

    /// Photos that may be found, by id; nothing: all.
    using Among = std::optional<std::span<const PhotoId>>;

    /// At least the k nearest of these photos by Hamming distance, in no order.
    virtual std::vector<PhotoId> nearest(std::size_t k, Among among) const = 0;

    /// Those of the photos that can be scored, in no order. LibraryFailed, LibraryDamaged.
    virtual Result<std::vector<RankedPhoto>> score(std::span<const PhotoId> photos) const = 0;

    /// 0 to 1, of a score of Ranking::Codes (1 - 2 x distance / bits), as a logit: slope x score + offset.
    virtual double codesLogit(double score) const = 0;
};

} // namespace likeness
