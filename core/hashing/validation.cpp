// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/validation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <set>

namespace likeness {
namespace {

/// Fisher and Yates; std::shuffle differs between libraries.
void shuffle(std::vector<int>& values, std::mt19937_64& random) {
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random() % i]);
}

/// Moves `held` random ones of the members to the held-out, the others to the training samples.
void deal(std::vector<int> members, std::size_t held, std::mt19937_64& random, Split& split) {
    shuffle(members, random);
    for (std::size_t i = 0; i < members.size(); ++i)
        (i < held ? split.held : split.training).push_back(members[i]);
}

std::size_t shareOf(std::size_t count, double share) {
    return std::max<std::size_t>(1,
                                 static_cast<std::size_t>(std::lround(static_cast<double>(count) * share)));
}

Split sorted(Split split) {
    std::ranges::sort(split.training);
    std::ranges::sort(split.held);
    return split;
}

struct Bucket {
    int all = 0;
    int relevant = 0;
};

double averagePrecision(std::span<const Bucket> byDistance) {
    double sum = 0.0;
    int before = 0;
    int relevantBefore = 0;
    for (const auto& [all, relevant] : byDistance) {
        const double perPlace = all > 1 ? (relevant - 1.0) / (all - 1.0) : 0.0;
        for (int t = 1; relevant > 0 && t <= all; ++t)
            sum += (relevantBefore + 1.0 + (t - 1) * perPlace) / (before + t) * relevant / all;
        before += all;
        relevantBefore += relevant;
    }
    return sum / relevantBefore;
}

/// Each sample once, with the rarest of its labels.
std::map<int, std::vector<int>> membersOf(std::span<const LabelSet> labels) {
    const std::vector<int> rarest = rarestLabels(labels);
    std::map<int, std::vector<int>> members;
    for (std::size_t i = 0; i < rarest.size(); ++i)
        members[rarest[i]].push_back(static_cast<int>(i));
    return members;
}

} // namespace

Split splitByLabel(std::span<const LabelSet> labels, double share, std::uint64_t seed) {
    constexpr std::size_t smallestClass = 3;
    std::mt19937_64 random(seed);
    Split split;
    for (const auto& [unused, samples] : membersOf(labels)) {
        const std::size_t held = samples.size() < smallestClass ? 0 : shareOf(samples.size(), share);
        deal(samples, std::min(held, samples.size() - 1), random, split);
    }
    return sorted(std::move(split));
}

std::vector<Split> splitIntoFolds(std::span<const LabelSet> labels, int folds, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<Split> splits(static_cast<std::size_t>(folds));
    std::size_t next =
        0; // goes on from class to class, so that small classes don't all land in the first part
    for (auto& [unused, samples] : membersOf(labels)) {
        shuffle(samples, random);
        for (int sample : samples) {
            const std::size_t fold = next++ % splits.size();
            for (std::size_t i = 0; i < splits.size(); ++i)
                (i == fold ? splits[i].held : splits[i].training).push_back(sample);
        }
    }
    for (Split& split : splits)
        split = sorted(std::move(split));
    return splits;
}

Split splitAtRandom(int count, double share, std::uint64_t seed) {
    std::vector<int> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 0);
    std::mt19937_64 random(seed);
    Split split;
    deal(all, shareOf(all.size(), share), random, split);
    return sorted(std::move(split));
}

RelevantPlaces relevantByLabel(std::span<const LabelSet> labels, const Split& split) {
    std::map<int, std::vector<int>> places;
    for (std::size_t i = 0; i < split.training.size(); ++i)
        for (const int label : labels[static_cast<std::size_t>(split.training[i])])
            places[label].push_back(static_cast<int>(i));
    RelevantPlaces relevant;
    for (int sample : split.held) {
        std::set<int> found;
        for (const int label : labels[static_cast<std::size_t>(sample)])
            found.insert(places[label].begin(), places[label].end());
        relevant.emplace_back(found.begin(), found.end());
    }
    return relevant;
}

double meanAveragePrecision(std::span<const HashCode> queries, std::span<const HashCode> database,
                            const RelevantPlaces& relevant) {
    double sum = 0.0;
    int counted = 0;
    for (std::size_t query = 0; query < queries.size(); ++query) {
        if (relevant[query].empty())
            continue;
        std::vector<Bucket> byDistance(static_cast<std::size_t>(queries[query].bits()) + 1);
        const auto bucketOf = [&](std::size_t place) -> Bucket& {
            return byDistance[static_cast<std::size_t>(hammingDistance(queries[query], database[place]))];
        };
        for (std::size_t place = 0; place < database.size(); ++place)
            ++bucketOf(place).all;
        for (int place : relevant[query])
            ++bucketOf(static_cast<std::size_t>(place)).relevant;
        sum += averagePrecision(byDistance);
        ++counted;
    }
    return counted > 0 ? sum / counted : 0.0;
}

} // namespace likeness
