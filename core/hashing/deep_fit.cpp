// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/deep_fit.h"

#include "core/hashing/linear_encoder.h"
#include "core/hashing/validation_set.h"

#include <algorithm>
#include <numeric>

namespace likeness {
namespace {

RowMajorFloats rowsOf(const RowMajorFloats& samples, const std::vector<int>& rows) {
    RowMajorFloats chosen(static_cast<Eigen::Index>(rows.size()), samples.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        chosen.row(static_cast<Eigen::Index>(i)) = samples.row(rows[i]);
    return chosen;
}

std::vector<HashCode> encodeRows(const AffineMap& map, const RowMajorFloats& samples) {
    const Eigen::Map<const RowMajorFloats> weights(map.weights.data(), map.rows, map.columns);
    const Eigen::Map<const Eigen::RowVectorXf> mean(map.mean.data(), map.columns);
    const RowMajorFloats projected = (samples.rowwise() - mean) * weights.transpose();
    std::vector<HashCode> codes;
    for (Eigen::Index i = 0; i < projected.rows(); ++i)
        codes.push_back(HashCode::fromSigns(
            std::span(projected.row(i).data(), static_cast<std::size_t>(projected.cols()))));
    return codes;
}

DeepRun makeRun(const DeepTask& task, const std::vector<int>& rows, const DeepSchedule& schedule) {
    DeepRunOptions options;
    options.learningRate = schedule.learningRate;
    options.dropout = schedule.dropout;
    options.startDeviation = task.startDeviation;
    options.seed = schedule.seed;
    return {rowsOf(task.samples, rows), task.start, task.objective(rows), options};
}

std::optional<double> baselineOf(const DeepTask& task, const DeepSchedule& schedule) {
    if (!schedule.baseline)
        return std::nullopt;
    const DescriptorMatrix samples{
        std::span(task.samples.data(), static_cast<std::size_t>(task.samples.size())),
        static_cast<int>(task.samples.rows()), static_cast<int>(task.samples.cols())};
    return validate(*schedule.baseline, samples, {task.split, task.relevant});
}

struct Best {
    AffineMap map;
    double validation = 0.0;
    int epoch = 0;
    std::optional<double> baseline;
};

/// The first part: trains while the validation rises.
Best trainWhileRising(const DeepTask& task, const DeepSchedule& schedule, const TrainingWatch& watch,
                      const std::stop_token& stop) {
    const RowMajorFloats held = rowsOf(task.samples, task.split.held);
    const RowMajorFloats searched = rowsOf(task.samples, task.split.training);
    const auto validate = [&](const AffineMap& map) {
        return meanAveragePrecision(encodeRows(map, held), encodeRows(map, searched), task.relevant);
    };
    DeepRun run = makeRun(task, task.split.training, schedule);
    Best best{run.map(), 0.0, 0, baselineOf(task, schedule)};
    best.validation = validate(best.map);
    for (int epoch = 1; epoch <= schedule.epochs && epoch <= best.epoch + schedule.patience; ++epoch) {
        const auto loss = run.epoch(stop);
        if (!loss)
            break;
        AffineMap map = run.map();
        const double validation = validate(map);
        if (validation > best.validation)
            best = {std::move(map), validation, epoch, best.baseline};
        if (watch)
            watch({epoch, schedule.epochs, *loss, validation, best.baseline});
    }
    return best;
}

/// The second part: as many epochs on all samples. Nothing where it was stopped.
std::optional<AffineMap> trainOnAll(const DeepTask& task, const DeepSchedule& schedule, int epochs,
                                    const TrainingWatch& watch, const std::stop_token& stop) {
    std::vector<int> all(static_cast<std::size_t>(task.samples.rows()));
    std::iota(all.begin(), all.end(), 0);
    DeepRun run = makeRun(task, all, schedule);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        const auto loss = run.epoch(stop);
        if (!loss)
            return std::nullopt;
        if (watch)
            watch({epoch, epochs, *loss, std::nullopt, std::nullopt});
    }
    return run.map();
}

} // namespace

Result<DeepTraining> fitDeep(const DeepTask& task, const DeepSchedule& schedule, const TrainingWatch& watch,
                             const std::stop_token& stop) {
    Best best = trainWhileRising(task, schedule, watch, stop);
    if (best.epoch == 0 && stop.stop_requested())
        return makeError(ErrorCode::Cancelled);
    const auto encoderOf = [](AffineMap map) {
        return std::make_shared<const LinearEncoder>(std::string(deepMethod), std::move(map));
    };
    DeepTraining training;
    training.validation = best.validation;
    training.epoch = best.epoch;
    training.baseline = best.baseline;
    training.held = task.split.held;
    training.unseen = encoderOf(std::move(best.map));
    auto onAll = trainOnAll(task, schedule, best.epoch, watch, stop);
    training.encoder = onAll ? encoderOf(*std::move(onAll)) : training.unseen;
    return training;
}

} // namespace likeness
