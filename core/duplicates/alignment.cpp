// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/alignment.h"

#include "core/hashing/matrix_product.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace likeness {
namespace {

constexpr int fewestInliers = 8;
/// Ratio of the squared distances of the nearest and the second nearest descriptor.
constexpr float squaredRatio = 0.8F * 0.8F;
/// How far a keypoint may lie from where the transform puts it, pixels.
constexpr double tolerance = 3.0;
/// Scales that an edit may have between two thumbnails.
constexpr double smallestScale = 0.2;
constexpr double largestScale = 5.0;

struct Match {
    Keypoint from;
    Keypoint to;
};

std::vector<float> toFloats(const LocalFeatures& features) {
    std::vector<float> values(features.descriptors.size());
    std::ranges::transform(features.descriptors, values.begin(),
                           [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; });
    return values;
}

/// The nearest of a row of dot products where it passes the ratio test, else -1.
int distinctBest(std::span<const float> products) {
    float best = -1;
    float second = -1;
    int nearest = -1;
    for (std::size_t i = 0; i < products.size(); ++i) {
        if (products[i] > best) {
            second = best;
            best = products[i];
            nearest = static_cast<int>(i);
        } else if (products[i] > second) {
            second = products[i];
        }
    }
    return 1.0F - best < squaredRatio * (1.0F - second) ? nearest : -1;
}

std::vector<Match> matches(const LocalFeatures& other, const LocalFeatures& reference) {
    if (other.keypoints.size() < fewestInliers || reference.keypoints.size() < fewestInliers)
        return {};
    const std::vector<float> a = toFloats(other);
    const std::vector<float> b = toFloats(reference);
    const auto products = timesTransposed({a, LocalFeatures::dimensions}, {b, LocalFeatures::dimensions});
    const std::size_t columns = reference.keypoints.size();
    std::vector<Match> found;
    for (std::size_t i = 0; i < other.keypoints.size(); ++i)
        if (const int nearest = distinctBest(std::span(products).subspan(i * columns, columns)); nearest >= 0)
            found.push_back({other.keypoints[i], reference.keypoints[static_cast<std::size_t>(nearest)]});
    return found;
}

/// x' = a x - b y + c, y' = b x + a y + d.
struct Similarity {
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 0;

    double scale() const { return std::hypot(a, b); }
    bool fits(const Match& match) const {
        const double x = a * static_cast<double>(match.from.x) - b * static_cast<double>(match.from.y) + c;
        const double y = b * static_cast<double>(match.from.x) + a * static_cast<double>(match.from.y) + d;
        return std::hypot(x - static_cast<double>(match.to.x), y - static_cast<double>(match.to.y)) <=
               tolerance;
    }
};

Similarity ofOneMatch(const Match& match) {
    const auto scale = static_cast<double>(match.to.size / match.from.size);
    const auto turn = static_cast<double>(match.to.angle - match.from.angle);
    Similarity similarity{scale * std::cos(turn), scale * std::sin(turn), 0, 0};
    const auto x = static_cast<double>(match.from.x);
    const auto y = static_cast<double>(match.from.y);
    similarity.c = static_cast<double>(match.to.x) - similarity.a * x + similarity.b * y;
    similarity.d = static_cast<double>(match.to.y) - similarity.b * x - similarity.a * y;
    return similarity;
}

std::vector<Match> inliersOf(const Similarity& similarity, std::span<const Match> all) {
    std::vector<Match> inliers;
    std::ranges::copy_if(all, std::back_inserter(inliers),
                         [&](const Match& match) { return similarity.fits(match); });
    return inliers;
}

/// Least squares over all matches (Umeyama 1991, in the plane).
Similarity fitted(std::span<const Match> all) {
    const auto count = static_cast<double>(all.size());
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    for (const Match& match : all) {
        fromX += static_cast<double>(match.from.x) / count;
        fromY += static_cast<double>(match.from.y) / count;
        toX += static_cast<double>(match.to.x) / count;
        toY += static_cast<double>(match.to.y) / count;
    }
    double along = 0;
    double across = 0;
    double spread = 0;
    for (const Match& match : all) {
        const double x = static_cast<double>(match.from.x) - fromX;
        const double y = static_cast<double>(match.from.y) - fromY;
        const double u = static_cast<double>(match.to.x) - toX;
        const double v = static_cast<double>(match.to.y) - toY;
        along += x * u + y * v;
        across += x * v - y * u;
        spread += x * x + y * y;
    }
    Similarity similarity;
    if (spread > 0) {
        similarity.a = along / spread;
        similarity.b = across / spread;
    }
    similarity.c = toX - similarity.a * fromX + similarity.b * fromY;
    similarity.d = toY - similarity.b * fromX - similarity.a * fromY;
    return similarity;
}

std::vector<Match> largestConsensus(std::span<const Match> all) {
    std::vector<Match> largest;
    for (const Match& match : all) {
        std::vector<Match> inliers = inliersOf(ofOneMatch(match), all);
        if (inliers.size() > largest.size())
            largest = std::move(inliers);
    }
    return largest;
}

} // namespace

std::optional<Alignment> align(const LocalFeatures& other, const LocalFeatures& reference) {
    const std::vector<Match> all = matches(other, reference);
    if (all.size() < fewestInliers)
        return std::nullopt;
    std::vector<Match> inliers = largestConsensus(all);
    constexpr int refinements = 3;
    Similarity similarity;
    for (int i = 0; i < refinements && inliers.size() >= 2; ++i) {
        similarity = fitted(inliers);
        inliers = inliersOf(similarity, all);
    }
    const double scale = similarity.scale();
    if (inliers.size() < fewestInliers || scale < smallestScale || scale > largestScale)
        return std::nullopt;
    return Alignment{{{similarity.a, -similarity.b, similarity.c, similarity.b, similarity.a, similarity.d}},
                     static_cast<int>(inliers.size())};
}

} // namespace likeness
