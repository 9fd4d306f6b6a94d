// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/codebook_calibration.h"

#include "core/hashing/calibration_fit.h"
#include "core/hashing/rerank_score.h"

#include <algorithm>
#include <iterator>
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

/// A query and what it is compared with.
struct Comparison {
    std::size_t query = 0;
    std::vector<std::size_t> photos;
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

std::vector<Comparison> comparisonsOf(const EncodedSamples& encoded, const Choice& choice,
                                      std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const std::size_t searched = encoded.photos.size() - choice.firstSearched;
    std::vector<Comparison> comparisons;
    for (std::size_t query = 0; query < choice.queries; ++query) {
        Comparison comparison{query, nearest(encoded, query, choice)};
        for (std::size_t i = 0; i < randomPairs; ++i)
            if (const std::size_t photo = choice.firstSearched + random() % searched; photo != query)
                comparison.photos.push_back(photo);
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

/// One number for each pair of the comparisons, in their order.
using PairValues = std::vector<double>;

PairValues rerankedScores(const EncodedSamples& encoded, std::span<const Comparison> comparisons, Rerank by,
                          const Calibrations& calibrations) {
    PairValues scores;
    for (const Comparison& comparison : comparisons) {
        std::vector<ShortListed> photos;
        for (const std::size_t photo : comparison.photos)
            photos.push_back({&encoded.photos[photo].global, &encoded.photos[photo].rerank});
        std::ranges::copy(rerankScores(encoded.queries[comparison.query], photos, by, calibrations),
                          std::back_inserter(scores));
    }
    return scores;
}

PairValues codesScores(const EncodedSamples& encoded, std::span<const Comparison> comparisons) {
    PairValues scores;
    for (const auto& [query, photos] : comparisons) {
        const HashCode& code = encoded.queries[query].global;
        for (const std::size_t photo : photos)
            scores.push_back(1.0 - 2.0 * hammingDistance(code, encoded.photos[photo].global) / code.bits());
    }
    return scores;
}

/// 1 where a pair shares a label, else 0.
PairValues likelihoods(std::span<const Comparison> comparisons, std::span<const int> chosen,
                       std::span<const LabelSet> labels) {
    const auto labelsOf = [&](std::size_t sample) -> const LabelSet& {
        return labels[static_cast<std::size_t>(chosen[sample])];
    };
    PairValues alike;
    for (const auto& [query, photos] : comparisons)
        for (const std::size_t photo : photos)
            alike.push_back(sharesLabel(labelsOf(query), labelsOf(photo)) ? 1.0 : 0.0);
    return alike;
}

/// How likely a pair is alike by another codebook.
PairValues likelihoods(std::span<const Comparison> comparisons, const EncodedSamples& encoded,
                       const Calibrations& calibrations) {
    PairValues alike = rerankedScores(encoded, comparisons, Rerank::Sum, calibrations);
    for (double& value : alike)
        value = calibrations.full.similarity(value);
    return alike;
}

} // namespace

Calibrations calibrate(const Codebook& codebook, const ModelPack& pack, const Codebook& reference,
                       const CalibrationSamples& samples) {
    const Choice choice = choose(samples);
    const EncodedSamples encoded = encode(Recipe(pack, codebook), samples.matrix, choice);
    const std::vector<Comparison> comparisons = comparisonsOf(encoded, choice, samples.seed);
    const PairValues alike =
        samples.labels.empty()
            ? likelihoods(comparisons, encode(Recipe(pack, reference), samples.matrix, choice),
                          reference.calibrations)
            : likelihoods(comparisons, choice.samples, samples.labels);
    Calibrations fitted;
    const auto fitReranked = [&](Rerank by) {
        return fitCalibration(rerankedScores(encoded, comparisons, by, fitted), alike);
    };
    fitted.full = fitReranked(Rerank::Sum);
    fitted.codes = fitCalibration(codesScores(encoded, comparisons), alike);
    fitted.expansion = fitReranked(Rerank::Expansion); // which weighs by `full`
    fitted.cosine = fitReranked(Rerank::Cosine);
    fitted.asymmetric = fitReranked(Rerank::Asymmetric);
    return fitted;
}

} // namespace likeness
