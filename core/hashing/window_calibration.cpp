// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/window_calibration.h"

#include "core/hashing/calibration_fit.h"
#include "core/hashing/rerank_score.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace likeness {
namespace {

constexpr std::size_t mostWindows = 1000;
constexpr std::size_t mostQueries = 300;
constexpr std::size_t nearestPairs = 50;
constexpr std::size_t randomPairs = 10;

struct EncodedWindow {
    std::vector<float> projected;
    HashCode code;
};

struct Pair {
    std::size_t query = 0;
    std::size_t window = 0;
};

double fullScore(const EncodedWindow& query, const EncodedWindow& window) {
    return asymmetricSimilarity(query.projected, window.code);
}

double codesScore(const EncodedWindow& query, const EncodedWindow& window) {
    return 1.0 - 2.0 * hammingDistance(query.code, window.code) / query.code.bits();
}

std::vector<int> choose(int count, std::uint64_t seed) {
    std::vector<int> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    std::mt19937_64 random(seed);
    for (std::size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1], rows[random() % i]);
    rows.resize(std::min(rows.size(), mostWindows));
    return rows;
}

std::vector<EncodedWindow> encode(const Encoder& encoder, const DescriptorMatrix& samples,
                                  const std::vector<int>& rows) {
    std::vector<EncodedWindow> windows;
    for (const int row : rows)
        windows.push_back({encoder.project(samples.row(row)), encoder.encode(samples.row(row))});
    return windows;
}

std::vector<Pair> pairsOf(const std::vector<EncodedWindow>& windows, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<Pair> pairs;
    for (std::size_t query = 0; query < std::min(mostQueries, windows.size()); ++query) {
        std::vector<std::pair<int, std::size_t>> order;
        for (std::size_t other = 0; other < windows.size(); ++other)
            order.emplace_back(hammingDistance(windows[query].code, windows[other].code), other);
        std::ranges::sort(order);
        order.resize(std::min(order.size(), nearestPairs));
        for (const auto& [distance, other] : order)
            pairs.push_back({query, other});
        for (std::size_t i = 0; i < randomPairs; ++i)
            pairs.push_back({query, random() % windows.size()});
    }
    return pairs;
}

using Score = double (*)(const EncodedWindow&, const EncodedWindow&);

std::vector<double> scoresOf(Score score, const std::vector<EncodedWindow>& windows,
                             const std::vector<Pair>& pairs) {
    std::vector<double> scores;
    for (const auto& [query, window] : pairs)
        scores.push_back(score(windows[query], windows[window]));
    return scores;
}

} // namespace

Calibrations calibrateWindows(const Codebook& codebook, const Codebook& reference,
                              const DescriptorMatrix& samples, std::uint64_t seed) {
    const std::vector<int> rows = choose(samples.count, seed);
    const auto windows = encode(*codebook.encoder, samples, rows);
    const auto known = encode(*reference.encoder, samples, rows);
    const std::vector<Pair> pairs = pairsOf(windows, seed);
    std::vector<double> alike = scoresOf(fullScore, known, pairs);
    for (double& value : alike)
        value = reference.calibrations.full.similarity(value);
    const Calibration full = fitCalibration(scoresOf(fullScore, windows, pairs), alike);
    return {full, fitCalibration(scoresOf(codesScore, windows, pairs), alike), full};
}

} // namespace likeness
