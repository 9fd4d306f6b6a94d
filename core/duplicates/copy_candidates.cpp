// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/copy_candidates.h"

#include "core/duplicates/cosine_similarity.h"
#include "core/index/nearest_scan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace likeness {
namespace {

constexpr std::size_t chunk = 256; // photos that are searched for at a time

/// The photo itself is one of them.
constexpr std::size_t nearestGradientCodes = 6;
/// Unlike photos differ in about half of the 256 bits.
constexpr int farthestGradientCode = 100;
constexpr double leastCorrelation = 0.5;
/// Whole photos that are as alike as this may be turned a little, or cut a little.
constexpr double correlationToAlign = 0.8;

constexpr std::size_t nearestGlobalCodes = 10;
constexpr std::size_t nearestVectors = 6;
constexpr double leastCosine = 0.35;

/// The orientation that undoes it: a mirrored one undoes itself.
std::size_t inverse(std::size_t orientation) {
    return orientation < 4 ? (4 - orientation) % 4 : orientation;
}

CopyCandidate candidate(std::uint32_t a, std::uint32_t b) {
    CopyCandidate pair;
    pair.first = std::min(a, b);
    pair.second = std::max(a, b);
    return pair;
}

bool comesBefore(const CopyCandidate& a, const CopyCandidate& b) {
    return std::tie(a.first, a.second) < std::tie(b.first, b.second);
}

bool isSamePair(const CopyCandidate& a, const CopyCandidate& b) {
    return a.first == b.first && a.second == b.second;
}

/// By pair, once each.
std::vector<CopyCandidate> unique(std::vector<CopyCandidate> all) {
    std::ranges::sort(all, comesBefore);
    std::vector<CopyCandidate> once;
    for (const CopyCandidate& next : all) {
        if (once.empty() || !isSamePair(once.back(), next)) {
            once.push_back(next);
            continue;
        }
        once.back().orientations |= next.orientations;
        once.back().toAlign = once.back().toAlign || next.toAlign;
    }
    return once;
}

class WholeSearch {
public:
    WholeSearch(std::span<const Miniature> photos, WorkerPool& pool) : photos_(photos), pool_(pool) {
        for (const Miniature& photo : photos) {
            const HashCode code = photo.gradientCode();
            words_.insert(words_.end(), code.words().begin(), code.words().end());
        }
    }

    void addCandidatesOf(std::size_t first, std::size_t count, std::vector<CopyCandidate>& candidates) const {
        std::vector<HashCode> queries;
        for (std::size_t row = first; row < first + count; ++row)
            for (const Orientation orientation : allOrientations)
                queries.push_back(photos_[row].laid(orientation).gradientCode());
        ScanOptions options;
        options.pool = &pool_;
        const auto nearest =
            nearestCodesOfEach({words_, gradientCodeBits}, queries, nearestGradientCodes, options);
        for (std::size_t i = 0; i < nearest.size(); ++i)
            addNear(static_cast<std::uint32_t>(first + i / allOrientations.size()),
                    i % allOrientations.size(), nearest[i], candidates);
    }

private:
    /// `row`, laid in that orientation, looks like one of the nearest.
    void addNear(std::uint32_t row, std::size_t orientation, std::span<const Neighbour> nearest,
                 std::vector<CopyCandidate>& candidates) const {
        const Miniature laid = photos_[row].laid(allOrientations[orientation]);
        for (const Neighbour& near : nearest) {
            if (near.row == row || near.distance > farthestGradientCode)
                continue;
            const double correlation = laid.correlation(photos_[near.row]);
            if (correlation < leastCorrelation)
                continue;
            CopyCandidate pair = candidate(row, near.row);
            pair.orientations.set(row == pair.second ? orientation : inverse(orientation));
            pair.toAlign = correlation >= correlationToAlign;
            candidates.push_back(pair);
        }
    }

    std::span<const Miniature> photos_;
    WorkerPool& pool_;
    std::vector<std::uint64_t> words_;
};

class CutSearch {
public:
    CutSearch(std::span<const Photo> photos, const LiveIndex& index, const CodeRepository& codes)
        : photos_(photos), index_(index), codes_(codes) {
        for (std::size_t row = 0; row < photos.size(); ++row)
            rows_.emplace(photos[row].id, static_cast<std::uint32_t>(row));
    }

    Result<void> addCandidatesOf(std::size_t first, std::size_t count,
                                 std::vector<CopyCandidate>& candidates) const {
        std::vector<PhotoId> ids;
        for (const Photo& photo : photos_.subspan(first, count))
            ids.push_back(photo.id);
        const std::vector<IndexedCode> own = index_.codesOf(ids);
        std::vector<HashCode> queries;
        for (const IndexedCode& photo : own)
            queries.push_back(photo.code);
        const auto nearest = index_.nearestOfEach(queries, nearestGlobalCodes);
        const auto vectors = vectorsOf(own, nearest);
        if (!vectors)
            return vectors.error();
        for (std::size_t i = 0; i < own.size(); ++i)
            addNear(own[i].photo, nearest[i], *vectors, candidates);
        return {};
    }

private:
    using Vectors = std::unordered_map<PhotoId, QuantisedDescriptor>;
    using Nearest = std::vector<PhotoDistance>;

    Result<Vectors> vectorsOf(std::span<const IndexedCode> own, std::span<const Nearest> nearest) const {
        std::vector<PhotoId> ids;
        for (const IndexedCode& photo : own)
            ids.push_back(photo.photo);
        for (const Nearest& list : nearest)
            for (const PhotoDistance& found : list)
                ids.push_back(found.photo);
        std::ranges::sort(ids);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        auto loaded = codes_.rerankVectors(ids);
        if (!loaded)
            return loaded.error();
        Vectors vectors;
        for (auto& [photo, vector] : *loaded)
            vectors.emplace(photo, std::move(vector));
        return vectors;
    }

    void addNear(PhotoId photo, const Nearest& nearest, const Vectors& vectors,
                 std::vector<CopyCandidate>& candidates) const {
        const auto own = vectors.find(photo);
        if (own == vectors.end())
            return;
        std::vector<std::pair<double, std::uint32_t>> alike;
        for (const PhotoDistance& found : nearest) {
            const auto row = rows_.find(found.photo);
            const auto vector = vectors.find(found.photo);
            if (found.photo == photo || row == rows_.end() || vector == vectors.end())
                continue;
            if (const double score = cosineSimilarity(own->second, vector->second); score >= leastCosine)
                alike.emplace_back(score, row->second);
        }
        std::ranges::sort(alike, std::greater());
        alike.resize(std::min(alike.size(), nearestVectors));
        for (const auto& [score, row] : alike) {
            CopyCandidate pair = candidate(rows_.at(photo), row);
            pair.toAlign = true;
            candidates.push_back(pair);
        }
    }

    std::span<const Photo> photos_;
    const LiveIndex& index_;
    const CodeRepository& codes_;
    std::unordered_map<PhotoId, std::uint32_t> rows_;
};

void tell(const DuplicateRun& run, std::size_t done, std::size_t total) {
    if (run.progress)
        run.progress({DuplicateProgress::Phase::Proposing, done, total});
}

} // namespace

std::vector<CopyCandidate> wholeCandidates(std::span<const Miniature> photos, WorkerPool& pool,
                                           const DuplicateRun& run) {
    const WholeSearch search(photos, pool);
    std::vector<CopyCandidate> candidates;
    for (std::size_t first = 0; first < photos.size() && !run.stop.stop_requested(); first += chunk) {
        tell(run, first, photos.size());
        search.addCandidatesOf(first, std::min(chunk, photos.size() - first), candidates);
    }
    return unique(std::move(candidates));
}

Result<std::vector<CopyCandidate>> cutCandidates(std::span<const Photo> photos, const LiveIndex& index,
                                                 const CodeRepository& codes, const DuplicateRun& run) {
    const CutSearch search(photos, index, codes);
    std::vector<CopyCandidate> candidates;
    for (std::size_t first = 0; first < photos.size() && !run.stop.stop_requested(); first += chunk) {
        tell(run, first, photos.size());
        if (auto added = search.addCandidatesOf(first, std::min(chunk, photos.size() - first), candidates);
            !added)
            return added.error();
    }
    return unique(std::move(candidates));
}

std::vector<CopyCandidate> merged(std::vector<CopyCandidate> a, std::span<const CopyCandidate> b) {
    a.insert(a.end(), b.begin(), b.end());
    return unique(std::move(a));
}

std::vector<CopyCandidate> inReadingOrder(std::vector<CopyCandidate> candidates, std::size_t photos) {
    std::vector<std::vector<std::uint32_t>> neighbours(photos);
    for (const CopyCandidate& pair : candidates) {
        neighbours[pair.first].push_back(pair.second);
        neighbours[pair.second].push_back(pair.first);
    }
    // Breadth first, from each photo that was not reached yet.
    constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> place(photos, unreached);
    std::vector<std::uint32_t> order;
    const auto reach = [&](std::uint32_t row) {
        if (place[row] != unreached)
            return;
        place[row] = static_cast<std::uint32_t>(order.size());
        order.push_back(row);
    };
    for (std::uint32_t start = 0; start < photos; ++start) {
        std::size_t next = order.size();
        for (reach(start); next < order.size(); ++next)
            std::ranges::for_each(neighbours[order[next]], reach);
    }
    std::ranges::sort(candidates, {}, [&](const CopyCandidate& pair) {
        const auto [low, high] = std::minmax(place[pair.first], place[pair.second]);
        return std::tuple(high, low);
    });
    return candidates;
}

} // namespace likeness
