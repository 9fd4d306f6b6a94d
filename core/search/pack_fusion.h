// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/search/scorer.h"
#include "core/search/search_request.h"

#include <memory>
#include <span>
#include <vector>

namespace likeness {

/// What several packs together say of a pair: the mean of the log-odds of their similarities (logarithmic
/// opinion pool: Genest and Zidek 1986). A pack whose scores tell more has a steeper calibration, and so more
/// say.
double pooledLogOdds(std::span<const double> similarities);

/// The similarity that a person sees of such log-odds, 0 to 1.
double similarityOfLogOdds(double logOdds);

/// Compares whole photos by several packs together: each pack's scan gives candidates, and each scores them
/// all. The score is the pooled log-odds; for Ranking::Codes that of all codes as one long one. A photo that
/// not all packs have codes of counts by those that have.
class PackFusion final : public Scorer {
public:
    /// A scorer of whole photos for each pack, ranking by `ranking`.
    PackFusion(std::vector<std::unique_ptr<Scorer>> packs, Ranking ranking)
        : packs_(std::move(packs)), ranking_(ranking) {}

    int bits() const override;
    std::vector<PhotoId> nearest(std::size_t k) const override;
    Result<std::vector<RankedPhoto>> score(std::span<const PhotoId> photos) const override;
    double codesLogit(double score) const override;

private:
    RankedPhoto pooled(PhotoId photo, std::span<const RankedPhoto> byPack, int bits) const;

    std::vector<std::unique_ptr<Scorer>> packs_;
    Ranking ranking_;
};

} // namespace likeness
