// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/window_scorer.h"

#include "core/hashing/rerank_score.h"
#include "core/search/layout_match.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness {
namespace {

/// How fast a window that is less alike loses its say in the place.
constexpr double softness = 0.04;
/// Windows that share less of the smaller one's area with the best have no say.
constexpr double leastOverlap = 0.3;

double overlap(const Rectangle& a, const Rectangle& b) {
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height / std::min(a.area(), b.area()) : 0;
}

/// Adds the corner of the cube that a code names, scaled to that length.
void add(std::span<const std::uint64_t> code, double length, Descriptor& sum) {
    const auto share = static_cast<float>(length / std::sqrt(static_cast<double>(sum.size())));
    for (std::size_t bit = 0; bit < sum.size(); ++bit)
        sum[bit] += (code[bit / 64] >> (bit % 64) & 1U) != 0 ? share : -share;
}

} // namespace

Rectangle softPlace(std::span<const float> similarities, std::span<const Rectangle> places,
                    std::size_t best) {
    Rectangle sum;
    double total = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (overlap(places[best], places[i]) < leastOverlap)
            continue;
        const double weight = std::exp(static_cast<double>(similarities[i] - similarities[best]) / softness);
        sum.x += weight * places[i].x;
        sum.y += weight * places[i].y;
        sum.width += weight * places[i].width;
        sum.height += weight * places[i].height;
        total += weight;
    }
    return {sum.x / total, sum.y / total, sum.width / total, sum.height / total};
}

WindowScorer::WindowScorer(const WindowIndex& index, const Codebook& codebook, WindowGrid grid,
                           const std::vector<WindowQuery>& queries, Order order)
    : index_(index), codebook_(codebook), grid_(std::move(grid)), order_(order) {
    for (const WindowQuery& query : queries) {
        Asked& asked = asked_.emplace_back();
        asked.boxes = query.boxes;
        for (const Descriptor& descriptor : query.descriptors) {
            asked.codes.push_back(codebook.encoder->encode(descriptor));
            asked.projected.push_back(codebook.encoder->project(descriptor));
            normalise(asked.projected.back());
            asked.tables.emplace_back(asked.projected.back());
        }
    }
}

int WindowScorer::bits() const {
    return asked_.empty() ? 0 : index_.bits() * static_cast<int>(asked_.front().boxes.size());
}

std::vector<PhotoId> WindowScorer::nearest(std::size_t k, Among among) const {
    std::vector<PhotoId> photos;
    for (const Asked& asked : asked_)
        for (const PhotoDistance& found :
             among ? index_.nearestAmong(*among, asked.codes, k) : index_.nearest(asked.codes, k))
            photos.push_back(found.photo);
    std::ranges::sort(photos);
    photos.erase(std::unique(photos.begin(), photos.end()), photos.end());
    return photos;
}

Result<std::vector<RankedPhoto>> WindowScorer::score(std::span<const PhotoId> photos) const {
    const std::vector<IndexedWindows> windows = index_.codesOf(photos);
    std::vector<RankedPhoto> ranked = rank(windows, asked_);
    if (expands())
        ranked = rank(windows, expanded(windows, ranked));
    for (RankedPhoto& photo : ranked)
        photo.similarity = calibration().similarity(photo.score);
    return ranked;
}

bool WindowScorer::expands() const {
    return order_.ranking == Ranking::Full && order_.rerank == Rerank::Expansion;
}

const Calibration& WindowScorer::calibration() const {
    const Calibrations& all = codebook_.calibrations;
    return expands() ? all.expansion : order_.ranking == Ranking::Full ? all.full : all.codes;
}

std::vector<WindowScorer::Asked> WindowScorer::expanded(std::span<const IndexedWindows> photos,
                                                        std::span<const RankedPhoto> ranked) const {
    std::vector<double> scores;
    for (const RankedPhoto& photo : ranked)
        scores.push_back(photo.score);
    const std::vector<std::size_t> neighbours = expansionPhotos(scores);
    std::vector<Asked> moved = asked_;
    for (std::size_t query = 0; query < moved.size(); ++query)
        for (std::size_t box = 0; box < moved[query].boxes.size(); ++box) {
            Descriptor& sum = moved[query].projected[box];
            for (const std::size_t row : neighbours) {
                const WindowCodes& codes = photos[row].codes;
                const auto alike = similarities(asked_[query], box, codes);
                const auto window = static_cast<std::size_t>(std::ranges::max_element(alike) - alike.begin());
                add(codes.code(window), codebook_.calibrations.full.similarity(scores[row]), sum);
            }
            moved[query].tables[box] = AsymmetricTable(sum);
        }
    return moved;
}

std::vector<float> WindowScorer::similarities(const Asked& asked, std::size_t box,
                                              const WindowCodes& codes) const {
    std::vector<float> all;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto code = codes.code(i);
        if (order_.ranking == Ranking::Full)
            all.push_back(asked.tables[box].similarity(code));
        else
            all.push_back(1.0F - 2.0F * static_cast<float>(hammingDistance(asked.codes[box].words(), code)) /
                                     static_cast<float>(codes.bits));
    }
    return all;
}

std::vector<RankedPhoto> WindowScorer::rank(std::span<const IndexedWindows> photos,
                                            std::span<const Asked> queries) const {
    std::vector<RankedPhoto> ranked;
    for (const IndexedWindows& photo : photos) {
        RankedPhoto& best =
            ranked.emplace_back(RankedPhoto{photo.photo, 0, -std::numeric_limits<double>::infinity()});
        for (const Asked& asked : queries)
            rank(photo, asked, best);
    }
    return ranked;
}

void WindowScorer::rank(const IndexedWindows& photo, const Asked& asked, RankedPhoto& best) const {
    std::vector<Rectangle> places;
    for (const std::uint16_t window : photo.codes.windows)
        places.push_back(grid_.place(window));
    std::vector<std::vector<float>> alike;
    for (std::size_t box = 0; box < asked.boxes.size(); ++box)
        alike.push_back(similarities(asked, box, photo.codes));
    const LayoutMatch match = matchLayout(asked.boxes, alike, places);
    if (match.score <= best.score)
        return;
    best.score = match.score;
    best.hammingDistance = 0;
    best.matches.clear();
    for (std::size_t box = 0; box < match.windows.size(); ++box) {
        const std::size_t window = match.windows[box];
        best.hammingDistance += hammingDistance(asked.codes[box].words(), photo.codes.code(window));
        best.matches.push_back({codebook_.granularity, softPlace(alike[box], places, window), box});
    }
}

double WindowScorer::codesLogit(double score) const {
    return codebook_.calibrations.codes.slope * score + codebook_.calibrations.codes.offset;
}

} // namespace likeness
