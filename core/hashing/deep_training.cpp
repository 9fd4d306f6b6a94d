// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/deep_training.h"

#include "core/hashing/class_centres.h"
#include "core/hashing/deep_fit.h"
#include "core/hashing/itq_training.h"
#include "core/hashing/neighbourhoods.h"
#include "core/hashing/training_input.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace likeness {
namespace {

RowMajorFloats toFloats(const DescriptorMatrix& samples) {
    return Eigen::Map<const RowMajorFloats>(samples.values.data(), samples.count, samples.length);
}

RowMajorFloats randomWeights(int bits, int length, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<float> normal;
    return RowMajorFloats::NullaryExpr(bits, length, [&] { return normal(random); });
}

/// The labels as 0, 1, 2, ... in order of their numbers.
std::vector<int> consecutive(std::span<const int> labels) {
    std::map<int, int> numbers;
    for (int label : labels)
        numbers.emplace(label, 0);
    int next = 0;
    for (auto& [unused, number] : numbers)
        number = next++;
    std::vector<int> renumbered;
    for (int label : labels)
        renumbered.push_back(numbers[label]);
    return renumbered;
}

/// Relevant for a held-out sample are its nearest training samples, their nearest, and those to which they
/// are a nearest one.
RelevantPlaces relevantByNeighbours(const Neighbourhoods& all, const Split& split, int count) {
    const Neighbourhoods among = neighboursAmong(all, split.training, count);
    std::vector<std::set<int>> linked(among.size());
    for (std::size_t i = 0; i < among.size(); ++i)
        for (int neighbour : among[i]) {
            linked[i].insert(neighbour);
            linked[static_cast<std::size_t>(neighbour)].insert(static_cast<int>(i));
        }
    std::vector<int> place(all.size(), -1);
    for (std::size_t i = 0; i < split.training.size(); ++i)
        place[static_cast<std::size_t>(split.training[i])] = static_cast<int>(i);

    RelevantPlaces relevant;
    for (int sample : split.held) {
        std::set<int> found;
        int taken = 0;
        for (int neighbour : all[static_cast<std::size_t>(sample)]) {
            const int at = place[static_cast<std::size_t>(neighbour)];
            if (at < 0 || taken == count)
                continue;
            ++taken;
            found.insert(at);
            found.insert(linked[static_cast<std::size_t>(at)].begin(),
                         linked[static_cast<std::size_t>(at)].end());
        }
        relevant.emplace_back(found.begin(), found.end());
    }
    return relevant;
}

Result<RowMajorFloats> itqWeights(const DescriptorMatrix& samples, const UnsupervisedOptions& options,
                                  const std::stop_token& stop) {
    const auto encoder = trainItq(samples, {.bits = options.bits, .seed = options.schedule.seed}, stop);
    if (!encoder)
        return encoder.error();
    const std::vector<Tensor> tensors = (*encoder)->tensors();
    const Tensor& weights = tensors.back();
    return RowMajorFloats(
        Eigen::Map<const RowMajorFloats>(weights.values.data(), weights.rows, weights.columns));
}

} // namespace

Result<DeepTraining> trainDeepSupervised(const DescriptorMatrix& samples, std::span<const int> labels,
                                         const SupervisedOptions& options, const TrainingWatch& watch,
                                         const std::stop_token& stop) {
    if (auto checked = checkTraining(samples, options.bits); !checked)
        return checked.error();
    const std::vector<int> classOf = consecutive(labels);
    const int classes = 1 + *std::ranges::max_element(classOf);
    DeepTask task;
    task.split = splitByLabel(classOf, options.schedule.validationShare, options.schedule.seed);
    if (classes < 2 || task.split.held.empty())
        return makeError(ErrorCode::InvalidArgument,
                         {"learning from labels takes two labels or more, and three photos of one of them"});
    task.samples = toFloats(samples);
    task.start = randomWeights(options.bits, samples.length, options.schedule.seed);
    task.startDeviation = 0.13F;
    task.relevant = relevantByLabel(classOf, task.split);
    const RowMajorFloats centres = makeClassCentres(classes, options.bits, options.schedule.seed);
    task.objective = [&](std::span<const int> rows) {
        std::vector<int> chosen;
        for (int row : rows)
            chosen.push_back(classOf[static_cast<std::size_t>(row)]);
        ClassCentreOptions loss;
        loss.margin = options.margin;
        return std::make_unique<const ClassCentreObjective>(std::move(chosen), centres, loss);
    };
    return fitDeep(task, options.schedule, watch, stop);
}

Result<DeepTraining> trainDeepUnsupervised(const DescriptorMatrix& samples,
                                           const UnsupervisedOptions& options, const TrainingWatch& watch,
                                           const std::stop_token& stop) {
    if (auto checked = checkTraining(samples, options.bits); !checked)
        return checked.error();
    auto start = itqWeights(samples, options, stop);
    if (!start)
        return start.error();
    DeepTask task;
    task.samples = toFloats(samples);
    task.start = *std::move(start);
    RowMajorFloats centred = task.samples;
    centred.rowwise() -= task.samples.colwise().mean();
    const auto neighbours = nearestNeighbours(centred, 2 * options.neighbours, stop);
    if (!neighbours)
        return neighbours.error();
    task.split = splitAtRandom(samples.count, options.schedule.validationShare, options.schedule.seed);
    task.relevant = relevantByNeighbours(*neighbours, task.split, options.neighbours);
    task.objective = [&](std::span<const int> rows) {
        NeighbourOptions loss;
        loss.temperature = options.temperature;
        return std::make_unique<const NeighbourObjective>(
            neighboursAmong(*neighbours, rows, options.neighbours), loss);
    };
    return fitDeep(task, options.schedule, watch, stop);
}

} // namespace likeness
