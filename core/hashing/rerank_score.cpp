// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/rerank_score.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace likeness {
namespace {

/// Measured on sets that were left out of the fitting: more of it loses on unfamiliar photos.
constexpr double asymmetricWeight = 0.25;

constexpr std::size_t expandedBy = 2;

double scoreOf(const QueryCodes& query, const ShortListed& photo, Rerank by) {
    switch (by) {
    case Rerank::Cosine:
        return static_cast<double>(dot(query.rerank, *photo.vector));
    case Rerank::Asymmetric:
        return asymmetricSimilarity(query.projected, *photo.code);
    case Rerank::Expansion:
    case Rerank::Sum:
        break;
    }
    return rerankScore(query, *photo.code, *photo.vector);
}

/// Rerank::Sum of a cosine.
double sumOf(double cosine, const QueryCodes& query, const HashCode& code) {
    return cosine + asymmetricWeight * asymmetricSimilarity(query.projected, code);
}

Descriptor expanded(const Descriptor& query, std::span<const ShortListed> photos,
                    std::span<const double> scores, const Calibration& likelihood) {
    Descriptor sum = query;
    for (const std::size_t photo : expansionPhotos(scores)) {
        const auto weight = static_cast<float>(likelihood.similarity(scores[photo]));
        const Descriptor vector = dequantise(*photos[photo].vector);
        for (std::size_t i = 0; i < vector.size(); ++i)
            sum[i] += weight * vector[i];
    }
    normalise(sum);
    return sum;
}

std::vector<double> cosines(const Descriptor& query, std::span<const ShortListed> photos) {
    std::vector<double> all;
    all.reserve(photos.size());
    for (const ShortListed& photo : photos)
        all.push_back(static_cast<double>(dot(query, *photo.vector)));
    return all;
}

std::vector<double> expandedScores(const QueryCodes& query, std::span<const ShortListed> photos,
                                   const Calibration& likelihood) {
    const std::vector<double> before = cosines(query.rerank, photos);
    std::vector<double> scores;
    for (std::size_t i = 0; i < photos.size(); ++i)
        scores.push_back(sumOf(before[i], query, *photos[i].code));
    const std::vector<double> after = cosines(expanded(query.rerank, photos, scores, likelihood), photos);
    for (std::size_t i = 0; i < photos.size(); ++i)
        scores[i] += after[i] - before[i];
    return scores;
}

} // namespace

const Calibration& calibrationOf(const Calibrations& calibrations, Rerank by) {
    switch (by) {
    case Rerank::Expansion:
        return calibrations.expansion;
    case Rerank::Cosine:
        return calibrations.cosine;
    case Rerank::Asymmetric:
        return calibrations.asymmetric;
    case Rerank::Sum:
        break;
    }
    return calibrations.full;
}

double asymmetricSimilarity(std::span<const float> projected, const HashCode& code) {
    double agreement = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < projected.size(); ++i) {
        const auto value = static_cast<double>(projected[i]);
        agreement += code.bit(static_cast<int>(i)) ? value : -value;
        squares += value * value;
    }
    const double norm = std::sqrt(squares * static_cast<double>(projected.size()));
    return norm > 0.0 ? agreement / norm : 0.0;
}

double rerankScore(const QueryCodes& query, const HashCode& code, const QuantisedDescriptor& rerank) {
    return sumOf(static_cast<double>(dot(query.rerank, rerank)), query, code);
}

std::vector<std::size_t> expansionPhotos(std::span<const double> scores) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t count = std::min(expandedBy, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                      [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    order.resize(count);
    return order;
}

std::vector<double> rerankScores(const QueryCodes& query, std::span<const ShortListed> photos, Rerank by,
                                 const Calibrations& calibrations) {
    if (by == Rerank::Expansion)
        return expandedScores(query, photos, calibrations.full);
    std::vector<double> scores;
    scores.reserve(photos.size());
    for (const ShortListed& photo : photos)
        scores.push_back(scoreOf(query, photo, by));
    return scores;
}

} // namespace likeness
