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

/// Labels as 0, 1, 2, ... in order of their numbers.
struct Classes {
    explicit Classes(std::span<const LabelSet> labels) : ofSample(labels.begin(), labels.end()) {
        std::map<int, int> numbers;
        for (const LabelSet& own : labels)
            for (const int label : own)
                numbers.emplace(label, 0);
        for (auto& [unused, number] : numbers)
            number = count++;
        for (LabelSet& own : ofSample)
            for (int& label : own)
                label = numbers[label];
    }

    std::vector<LabelSet> ofSample;
    int count = 0;
};

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

Result<DeepTraining> trainDeepSupervised(const DescriptorMatrix& samples, std::span<const LabelSet> labels,
                                         const SupervisedOptions& options, const TrainingWatch& watch,
                                         const std::stop_token& stop) {
    if (auto checked = checkTraining(samples, options.bits); !checked)
        return checked.error();
    const Classes classes(labels);
    DeepTask task;
    task.split = splitByLabel(classes.ofSample, options.schedule.validationShare, options.schedule.seed);
    if (classes.count < 2 || task.split.held.empty())
        return makeError(ErrorCode::InvalidArgument,
                         {"learning from labels takes two labels or more, and three photos of one of them"});
    task.samples = toFloats(samples);
    task.start = randomWeights(options.bits, samples.length, options.schedule.seed);
    task.startDeviation = 0.13F;
    task.relevant = relevantByLabel(classes.ofSample, task.split);
    const RowMajorFloats centres = makeClassCentres(classes.count, options.bits, options.schedule.seed);
    task.objective = [&](std::span<const int> rows) {
        std::vector<LabelSet> chosen;
        for (int row : rows)
            chosen.push_back(classes.ofSample[static_cast<std::size_t>(row)]);
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
