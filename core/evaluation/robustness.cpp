// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/robustness.h"

#include "core/evaluation/run_tally.h"
#include "core/features/preprocessing.h"
#include "core/image/corruptions.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace likeness {
namespace {

constexpr int shortSide = 224;
constexpr int severities = 5;

Image withShortSide(const Image& image) {
    const double factor = static_cast<double>(shortSide) / std::min(image.width, image.height);
    return resized(image, std::max(shortSide, static_cast<int>(std::lround(image.width * factor))),
                   std::max(shortSide, static_cast<int>(std::lround(image.height * factor))));
}

/// Sums of average precisions: [corruption and severity][contender].
using Sums = std::vector<std::vector<double>>;

void addTo(std::vector<double>& sums, const std::vector<double>& values) {
    sums.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        sums[i] += values[i];
}

} // namespace

std::vector<std::size_t> RobustnessRun::chosenQueries() const {
    std::vector<std::size_t> queries;
    for (std::size_t i = 0; i < set_.queries.size(); ++i) {
        const auto alike = std::ranges::count_if(set_.labels, [&](const auto& labels) {
            return sharesLabel(labels.back(), set_.queries[i].labels.back());
        });
        if (alike > 1) // besides the query's own photo
            queries.push_back(i);
    }
    const std::size_t most = std::min(queries.size(), static_cast<std::size_t>(options_.robustnessQueries));
    std::mt19937_64 random(options_.seed);
    for (std::size_t i = 0; i < most; ++i)
        std::swap(queries[i], queries[i + random() % (queries.size() - i)]);
    queries.resize(most);
    return queries;
}

Result<std::vector<double>> RobustnessRun::precisions(std::vector<MadeContender>& contenders,
                                                      std::size_t query, const Image& image) {
    std::map<const FeatureTable*, QuantisedDescriptor> features;
    for (auto& [kind, table] : tables_.all()) {
        const auto feature = table.extractor->extract(image);
        if (!feature)
            return feature.error();
        features.emplace(&table, quantise(*feature));
    }
    const ExperimentQuery& asked = set_.queries[query];
    const std::size_t finest = set_.levels.size() - 1;
    std::vector<double> precisions;
    for (MadeContender& made : contenders) {
        const auto scores =
            made.contender->score({asked, set_.photos[asked.row].id, features[made.table], &image});
        if (!scores)
            return scores.error();
        RunTally tally(set_, finest, options_, *made.contender);
        tally.add(asked, *scores, rankedRows(*scores, asked.row));
        precisions.push_back(tally.last().value_or(0));
    }
    return precisions;
}

Result<std::vector<std::vector<RobustnessPoint>>> RobustnessRun::run(std::vector<MadeContender>& contenders,
                                                                     const Progress& progress) {
    const auto corruptions = allCorruptions();
    const std::vector<std::size_t> queries = chosenQueries();
    Sums sums(corruptions.size() * severities);
    std::vector<double> clean;
    for (std::size_t done = 0; done < queries.size(); ++done) {
        const Photo& photo = set_.photos[set_.queries[queries[done]].row];
        const auto decoded = decoder_.decodeToFit(photo.file, 1024);
        if (!decoded)
            return decoded.error();
        const Image image = withShortSide(decoded->image);
        const auto unharmed = precisions(contenders, queries[done], image);
        if (!unharmed)
            return unharmed.error();
        addTo(clean, *unharmed);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const Corruption& corruption = corruptions[i / severities];
            const int severity = static_cast<int>(i % severities) + 1;
            if (!control_.mayGoOn())
                return makeError(ErrorCode::Cancelled);
            const auto seed = options_.seed * 1'000'003 + queries[done];
            const auto harmed =
                precisions(contenders, queries[done], corruption.apply(image, severity, seed));
            if (!harmed)
                return harmed.error();
            addTo(sums[i], *harmed);
            progress(
                (static_cast<double>(done) + static_cast<double>(i + 1) / static_cast<double>(sums.size())) /
                    static_cast<double>(queries.size()),
                std::string(corruption.name));
        }
    }
    std::vector<std::vector<RobustnessPoint>> outcome(contenders.size());
    const auto count = static_cast<double>(queries.size());
    for (std::size_t who = 0; who < clean.size(); ++who)
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const Corruption& corruption = corruptions[i / severities];
            outcome[who].push_back({std::string(corruption.name), std::string(corruption.family),
                                    static_cast<int>(i % severities) + 1, sums[i][who] / count,
                                    clean[who] > 0 ? sums[i][who] / clean[who] : 0});
        }
    return outcome;
}

} // namespace likeness
