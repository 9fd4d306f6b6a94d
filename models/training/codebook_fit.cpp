// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/codebook_fit.h"

#include "core/hashing/calibration_fit.h"
#include "core/hashing/itq_training.h"
#include "core/hashing/whitening_fit.h"
#include "models/training/retrieval.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

namespace likeness::training {
namespace {

// Until likeness-calibrate-windows has seen labelled boxes.
constexpr Calibration windowGuess{12, -5};

/// "caltech101 1200, imagenette 600, ..."
std::string countsBySet(const std::vector<Sample>& samples, std::string_view without) {
    std::map<std::string, int> photos;
    for (const Sample& sample : samples)
        if (sample.set != without && sample.crop == 0 && sample.granularity == Granularity::Global)
            ++photos[sample.set];
    std::string text;
    for (const auto& [set, count] : photos)
        text += (text.empty() ? "" : ", ") + set + ' ' + std::to_string(count);
    return text;
}

struct Values {
    std::vector<float> values;
    int count = 0;
};

Values valuesOf(const std::vector<Sample>& samples, const std::set<Granularity>& granularities,
                std::string_view without) {
    Values all;
    for (const Sample& sample : samples) {
        if (sample.set == without || !granularities.contains(sample.granularity))
            continue;
        all.values.insert(all.values.end(), sample.descriptor.begin(), sample.descriptor.end());
        ++all.count;
    }
    return all;
}

/// All pairs of different photos. The set's pairs weigh 1 together, so that each set counts alike.
void appendPairs(const EncodedSet& set, const Scores& scores, std::vector<ScoredPair>& pairs) {
    const double weight = 1.0 / static_cast<double>(set.size() * (set.size() - 1));
    for (std::size_t query = 0; query < set.size(); ++query) {
        const auto others = hammingOrder(set, query);
        const std::vector<double> ofOthers = scores(set.queries[query], photosOf(set, others));
        for (std::size_t i = 0; i < others.size(); ++i)
            pairs.push_back({ofOthers[i], set.labels[query] == set.labels[others[i]], weight});
    }
}

Calibration calibrationOf(const Scores& scores, const std::vector<EncodedSet>& sets) {
    std::vector<ScoredPair> pairs;
    for (const EncodedSet& set : sets)
        if (set.size() > 1)
            appendPairs(set, scores, pairs);
    return fitCalibration(pairs);
}

} // namespace

Result<Codebook> fitCodebook(const std::vector<Sample>& samples, const ModelPack& pack,
                             const FitOptions& options, std::string_view without) {
    const Values values = valuesOf(samples, {Granularity::Global}, without);
    const DescriptorMatrix matrix{values.values, values.count, pack.descriptorLength()};
    auto encoder = trainItq(matrix, {.bits = options.bits, .seed = options.seed});
    if (!encoder)
        return encoder.error();
    auto whitening = fitWhitening(matrix, options.whiteningDimensions, options.whiteningPower);
    if (!whitening)
        return whitening.error();
    return Codebook{Granularity::Global,
                    *std::move(encoder),
                    std::make_shared<const AffineMap>(*std::move(whitening)),
                    {},
                    pack.networkSha256,
                    std::to_string(values.count) +
                        " photos and random crops of them: " + countsBySet(samples, without)};
}

Result<Codebook> fitWindowCodebook(const std::vector<Sample>& samples, const ModelPack& pack,
                                   Granularity granularity, const FitOptions& options,
                                   std::string_view without) {
    const bool regions = granularity == Granularity::Region;
    // Regions are pooled as whole photos are, so those teach them, too.
    const Values values = valuesOf(
        samples, regions ? std::set{Granularity::Global, Granularity::Region} : std::set{Granularity::Part},
        without);
    const ItqOptions itq{
        .bits = options.bits, .seed = options.seed, .whiteningPower = regions ? 0.0 : partWhiteningPower};
    auto encoder = trainItq({values.values, values.count, descriptorLength(pack, granularity)}, itq);
    if (!encoder)
        return encoder.error();
    return Codebook{granularity,
                    *std::move(encoder),
                    nullptr,
                    Calibrations{windowGuess, windowGuess, windowGuess},
                    pack.networkSha256,
                    std::to_string(values.count) + " windows of photos: " + countsBySet(samples, without)};
}

void calibrate(Codebook& codebook, const std::vector<Sample>& samples, const ModelPack& pack,
               std::string_view without) {
    const Recipe recipe(pack, codebook);
    std::vector<EncodedSet> sets;
    for (const std::string& name : labelledSets(samples))
        if (name != without)
            sets.push_back(encodeSet(name, samples, recipe));
    Calibrations& fitted = codebook.calibrations;
    fitted.full = calibrationOf(rerankedBy(Rerank::Sum, fitted), sets);
    fitted.codes = calibrationOf(codesScores, sets);
    fitted.expansion = calibrationOf(rerankedBy(Rerank::Expansion, fitted), sets); // which weighs by `full`
    fitted.cosine = calibrationOf(rerankedBy(Rerank::Cosine, fitted), sets);
    fitted.asymmetric = calibrationOf(rerankedBy(Rerank::Asymmetric, fitted), sets);
}

} // namespace likeness::training
