// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/codebook_calibration.h"

#include "core/hashing/calibration_fit.h"
#include "core/hashing/rerank_score.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace likeness {
namespace {

constexpr std::size_t mostPhotos = 1000;
constexpr std::size_t mostQueries = 300;
constexpr std::size_t nearestPairs = 50;
constexpr std::size_t randomPairs = 10;

/// What a codebook makes of the samples that were chosen.
struct EncodedSamples {
    std::vector<PhotoCodes> photos;
    std::vector<QueryCodes> queries;
};

struct Pair {
    std::size_t query = 0;
    std::size_t photo = 0;
};

/// The samples that are encoded: queries first, then those that are searched only.
struct Choice {
    std::vector<int> samples;
    std::size_t queries = 0;
    std::size_t firstSearched = 0; // the queries search from here on
};

std::vector<int> shuffled(std::vector<int> samples, std::size_t most, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (std::size_t i = samples.size(); i > 1; --i)
        std::swap(samples[i - 1], samples[random() % i]);
    samples.resize(std::min(samples.size(), most));
    return samples;
}

Choice choose(const CalibrationSamples& samples) {
    std::vector<int> others(static_cast<std::size_t>(samples.matrix.count));
    std::iota(others.begin(), others.end(), 0);
    std::erase_if(others, [&samples](int i) { return std::ranges::binary_search(samples.held, i); });
    Choice choice;
    choice.samples = shuffled({samples.held.begin(), samples.held.end()}, mostQueries, samples.seed);
    choice.firstSearched = choice.samples.size();
    const std::vector<int> searched = shuffled(std::move(others), mostPhotos, samples.seed);
    choice.samples.insert(choice.samples.end(), searched.begin(), searched.end());
    choice.queries =
        samples.held.empty() ? std::min(mostQueries, choice.samples.size()) : choice.firstSearched;
    return choice;
}

EncodedSamples encode(const Recipe& recipe, const DescriptorMatrix& samples, const Choice& choice) {
    EncodedSamples encoded;
    for (int sample : choice.samples) {
        const QuantisedDescriptor stored = quantise(samples.row(sample));
        encoded.photos.push_back(recipe.encodePhoto(stored));
        if (encoded.queries.size() < choice.queries)
            encoded.queries.push_back(recipe.encodeQuery(stored));
    }
    return encoded;
}

/// Up to nearestPairs of the searched photos, nearest first, without the query itself.
std::vector<std::size_t> nearest(const EncodedSamples& encoded, std::size_t query, const Choice& choice) {
    std::vector<std::pair<int, std::size_t>> order;
    for (std::size_t photo = choice.firstSearched; photo < encoded.photos.size(); ++photo)
        if (photo != query)
            order.emplace_back(hammingDistance(encoded.queries[query].global, encoded.photos[photo].global),
                               photo);
    std::ranges::sort(order);
    order.resize(std::min(order.size(), nearestPairs));
    std::vector<std::size_t> photos;
    for (const auto& [unused, photo] : order)
        photos.push_back(photo);
    return photos;
}

std::vector<Pair> pairsOf(const EncodedSamples& encoded, const Choice& choice, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const std::size_t searched = encoded.photos.size() - choice.firstSearched;
    std::vector<Pair> pairs;
    for (std::size_t query = 0; query < choice.queries; ++query) {
        pairs.push_back({query, query});
        for (std::size_t photo : nearest(encoded, query, choice))
            pairs.push_back({query, photo});
        for (std::size_t i = 0; i < randomPairs; ++i)
            pairs.push_back({query, choice.firstSearched + random() % searched});
    }
    return pairs;
}

double fullScore(const EncodedSamples& encoded, const Pair& pair) {
    const PhotoCodes& photo = encoded.photos[pair.photo];
    return rerankScore(encoded.queries[pair.query], photo.global, photo.rerank);
}

double codesScore(const EncodedSamples& encoded, const Pair& pair) {
    const HashCode& query = encoded.queries[pair.query].global;
    return 1.0 - 2.0 * hammingDistance(query, encoded.photos[pair.photo].global) / query.bits();
}

/// How likely each pair is alike.
std::vector<double> likelihoods(std::span<const Pair> pairs, std::span<const int> chosen,
                                std::span<const LabelSet> labels) {
    const auto labelsOf = [&](std::size_t sample) -> const LabelSet& {
        return labels[static_cast<std::size_t>(chosen[sample])];
    };
    std::vector<double> alike;
    for (const Pair& pair : pairs)
        alike.push_back(sharesLabel(labelsOf(pair.query), labelsOf(pair.photo)) ? 1.0 : 0.0);
    return alike;
}

std::vector<double> likelihoods(std::span<const Pair> pairs, const EncodedSamples& byReference,
                                const Calibration& calibration) {
    std::vector<double> alike;
    for (const Pair& pair : pairs)
        alike.push_back(calibration.similarity(fullScore(byReference, pair)));
    return alike;
}

using Score = double (*)(const EncodedSamples&, const Pair&);

Calibration fit(Score scoreOf, const EncodedSamples& encoded, std::span<const Pair> pairs,
                std::span<const double> alike) {
    std::vector<ScoredPair> scored;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double score = scoreOf(encoded, pairs[i]);
        scored.push_back({score, true, alike[i]});
        scored.push_back({score, false, 1.0 - alike[i]});
    }
    return fitCalibration(scored);
}

} // namespace

CalibrationPair calibrate(const Codebook& codebook, const ModelPack& pack, const Codebook& reference,
                          const CalibrationSamples& samples) {
    const Choice choice = choose(samples);
    const EncodedSamples encoded = encode(Recipe(pack, codebook), samples.matrix, choice);
    const std::vector<Pair> pairs = pairsOf(encoded, choice, samples.seed);
    const std::vector<double> alike =
        samples.labels.empty()
            ? likelihoods(pairs, encode(Recipe(pack, reference), samples.matrix, choice), reference.full)
            : likelihoods(pairs, choice.samples, samples.labels);
    return {fit(fullScore, encoded, pairs, alike), fit(codesScore, encoded, pairs, alike)};
}

} // namespace likeness
