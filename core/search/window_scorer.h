// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/window_grid.h"
#include "core/hashing/asymmetric_table.h"
#include "core/hashing/codebook.h"
#include "core/index/window_index.h"
#include "core/search/scorer.h"
#include "core/search/search_request.h"

#include <vector>

namespace likeness {

/// Boxes of a query photo in one orientation, each as its descriptor.
struct WindowQuery {
    std::vector<Rectangle> boxes;
    std::vector<Descriptor> descriptors;
};

/// Compares boxes of the query with the windows of photos: regions with one box, parts with one or more.
/// A photo scores by its best window for each box, in the layout of the boxes. Rerank::Expansion scores them
/// once more, each box moved towards the best window of the two photos that are most like it, by how likely
/// they are alike (see rerankScores).
class WindowScorer final : public Scorer {
public:
    /// One query for each way to ask. Index and codebook outlive the scorer; `grid` is that of the codes.
    struct Order {
        Ranking ranking = Ranking::Full;
        Rerank rerank = Rerank::Expansion; // the others are one here
    };
    WindowScorer(const WindowIndex& index, const Codebook& codebook, WindowGrid grid,
                 const std::vector<WindowQuery>& queries, Order order);

    int bits() const override;
    std::vector<PhotoId> nearest(std::size_t k, Among among) const override;
    Result<std::vector<RankedPhoto>> score(std::span<const PhotoId> photos) const override;
    double codesLogit(double score) const override;

private:
    struct Asked {
        std::vector<Rectangle> boxes;
        std::vector<HashCode> codes;
        std::vector<Descriptor> projected; // L2 norm 1
        std::vector<AsymmetricTable> tables;
    };
    bool expands() const;
    const Calibration& calibration() const;
    std::vector<Asked> expanded(std::span<const IndexedWindows> photos,
                                std::span<const RankedPhoto> ranked) const;
    std::vector<float> similarities(const Asked& asked, std::size_t box, const WindowCodes& codes) const;
    std::vector<RankedPhoto> rank(std::span<const IndexedWindows> photos,
                                  std::span<const Asked> queries) const;
    void rank(const IndexedWindows& photo, const Asked& asked, RankedPhoto& best) const;

    const WindowIndex& index_;
    const Codebook& codebook_;
    WindowGrid grid_;
    std::vector<Asked> asked_;
    Order order_;
};

/// The mean of the windows that overlap the best one, each weighted by how little it falls behind it: the
/// object rarely fills one window of a coarse grid. `similarities` has a value for each of `places`.
Rectangle softPlace(std::span<const float> similarities, std::span<const Rectangle> places, std::size_t best);

} // namespace likeness
