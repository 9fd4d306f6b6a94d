// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/validation_set.h"

#include "core/hashing/neighbourhoods.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace likeness {
namespace {

constexpr std::size_t mostSamples = 2000; // whose neighbours are looked for: each with each
constexpr int neighbourCount = 5;

std::vector<int> someOf(int count, std::uint64_t seed) {
    std::vector<int> samples(static_cast<std::size_t>(count));
    std::iota(samples.begin(), samples.end(), 0);
    std::mt19937_64 random(seed);
    for (std::size_t i = samples.size(); i > 1; --i)
        std::swap(samples[i - 1], samples[random() % i]);
    samples.resize(std::min(samples.size(), mostSamples));
    std::ranges::sort(samples);
    return samples;
}

RowMajorFloats centredRows(const DescriptorMatrix& samples, const std::vector<int>& rows) {
    RowMajorFloats chosen(static_cast<Eigen::Index>(rows.size()), samples.length);
    for (std::size_t i = 0; i < rows.size(); ++i)
        chosen.row(static_cast<Eigen::Index>(i)) =
            Eigen::Map<const Eigen::RowVectorXf>(samples.row(rows[i]).data(), samples.length);
    chosen.rowwise() -= chosen.colwise().mean().eval();
    return chosen;
}

Result<ValidationSet> byNeighbours(const DescriptorMatrix& samples, const ValidationOptions& options,
                                   const std::stop_token& stop) {
    const std::vector<int> chosen = someOf(samples.count, options.seed);
    const auto neighbours = nearestNeighbours(centredRows(samples, chosen), 2 * neighbourCount, stop);
    if (!neighbours)
        return neighbours.error();
    ValidationSet set;
    set.split = splitAtRandom(static_cast<int>(chosen.size()), options.share, options.seed);
    set.relevant = relevantByNeighbours(*neighbours, set.split, neighbourCount);
    for (std::vector<int>* part : {&set.split.training, &set.split.held})
        for (int& sample : *part)
            sample = chosen[static_cast<std::size_t>(sample)];
    return set;
}

std::vector<HashCode> encode(const Encoder& encoder, const DescriptorMatrix& samples,
                             const std::vector<int>& rows) {
    std::vector<HashCode> codes;
    codes.reserve(rows.size());
    for (const int row : rows)
        codes.push_back(encoder.encode(samples.row(row)));
    return codes;
}

} // namespace

Result<ValidationSet> makeValidationSet(const DescriptorMatrix& samples, std::span<const LabelSet> labels,
                                        const ValidationOptions& options, const std::stop_token& stop) {
    if (labels.empty())
        return byNeighbours(samples, options, stop);
    ValidationSet set;
    set.split = splitByLabel(labels, options.share, options.seed);
    set.relevant = relevantByLabel(labels, set.split);
    return set;
}

double validate(const Encoder& encoder, const DescriptorMatrix& samples, const ValidationSet& set) {
    return meanAveragePrecision(encode(encoder, samples, set.split.held),
                                encode(encoder, samples, set.split.training), set.relevant);
}

} // namespace likeness
