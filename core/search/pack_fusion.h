// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/search/scorer.h"
#include "core/search/search_request.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace likeness {

/// How much each of several packs has to say, 1 together. The first leads: it is the one that the library is
/// searched with, and the others add to it (measured; see docs/benchmarks.md).
std::vector<double> packShares(std::size_t packs);

/// What a pack says of a pair: its similarity and its share, 0 or more.
struct PackOpinion {
    double similarity = 0;
    double share = 0;
};

/// What several packs together say of a pair: the mean of the log-odds of their similarities, each by its
/// share (logarithmic opinion pool: Genest and Zidek 1986).
double pooledLogOdds(std::span<const PackOpinion> opinions);

/// The similarity that a person sees of such log-odds, 0 to 1.
double similarityOfLogOdds(double logOdds);

/// Compares whole photos by several packs together: each pack's scan gives candidates, and each scores them
/// all. The score is the pooled log-odds; for Ranking::Codes the mean score of the codes by the same shares.
/// A photo that not all packs have codes of counts by those that have.
class PackFusion final : public Scorer {
public:
    /// A scorer of whole photos for each pack, ranking by `ranking`.
    PackFusion(std::vector<std::unique_ptr<Scorer>> packs, Ranking ranking)
        : packs_(std::move(packs)), shares_(packShares(packs_.size())), ranking_(ranking) {}

    int bits() const override;
    std::vector<PhotoId> nearest(std::size_t k, Among among) const override;
    Result<std::vector<RankedPhoto>> score(std::span<const PhotoId> photos) const override;
    double codesLogit(double score) const override;

private:
    /// How one pack ranks a photo, and its share.
    struct Voice {
        RankedPhoto ranked;
        double share = 0;
    };
    RankedPhoto pooled(PhotoId photo, std::span<const Voice> voices) const;

    std::vector<std::unique_ptr<Scorer>> packs_;
    std::vector<double> shares_;
    Ranking ranking_;
};

} // namespace likeness
