// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/codebook_training.h"

#include "core/hashing/ch_training.h"
#include "core/hashing/codebook_calibration.h"
#include "core/hashing/itq_training.h"
#include "core/hashing/lsh_training.h"
#include "core/hashing/qh_training.h"
#include "core/hashing/validation_set.h"
#include "core/hashing/window_calibration.h"

namespace likeness {
namespace {

/// Where the pack has no codebook to learn from what scores of windows mean.
constexpr Calibration windowGuess{12, -5};

void prepare(DeepSchedule& schedule, const CodebookTrainingOptions& options) {
    schedule.seed = options.seed;
    schedule.validationShare = options.validationShare.value_or(schedule.validationShare);
    schedule.baseline = options.baseline;
}

Result<DeepTraining> trainDeep(const TrainingData& data, const CodebookTrainingOptions& options,
                               const TrainingWatch& watch, const std::stop_token& stop) {
    if (data.labels.empty()) {
        UnsupervisedOptions unsupervised;
        unsupervised.bits = options.bits;
        prepare(unsupervised.schedule, options);
        return trainDeepUnsupervised(data.matrix(), unsupervised, watch, stop);
    }
    SupervisedOptions supervised = options.supervised;
    supervised.bits = options.bits;
    prepare(supervised.schedule, options);
    return trainDeepSupervised(data.matrix(), data.labels, supervised, watch, stop);
}

Result<std::shared_ptr<const Encoder>> trainOther(const DescriptorMatrix& samples, Granularity granularity,
                                                  const CodebookTrainingOptions& options,
                                                  const std::stop_token& stop) {
    const double whitening = granularity == Granularity::Part ? partWhiteningPower : 0;
    if (options.method == "itq")
        return trainItq(samples, {.bits = options.bits, .seed = options.seed, .whiteningPower = whitening},
                        stop);
    if (options.method == "lsh")
        return trainLsh(samples, {.bits = options.bits, .seed = options.seed}, stop);
    if (options.method == "qh")
        return trainQh(samples, {.bits = options.bits, .seed = options.seed}, stop);
    if (options.method == "ch")
        return trainCh(samples, {.bits = options.bits, .seed = options.seed}, stop);
    return makeError(ErrorCode::InvalidArgument, {"there is no hash method " + options.method});
}

std::optional<ValidationScores> validationOf(const Encoder& encoder, const TrainingData& data,
                                             const CodebookTrainingOptions& options,
                                             const std::stop_token& stop) {
    ValidationOptions validation;
    validation.seed = options.seed;
    validation.share = options.validationShare.value_or(validation.share);
    const auto set = makeValidationSet(data.matrix(), data.labels, validation, stop);
    if (!set)
        return std::nullopt;
    ValidationScores scores{validate(encoder, data.matrix(), *set), std::nullopt};
    if (options.baseline)
        scores.baseline = validate(*options.baseline, data.matrix(), *set);
    return scores;
}

/// A code that was learned from labels gathers the photos that it has seen more than others, so that it is
/// calibrated on those that were held out.
Calibrations calibrationsOf(const TrainedCodebook& trained, const TrainingData& data, std::uint64_t seed,
                            const ModelPack& pack, const Codebook& reference) {
    Codebook codebook = trained.codebook;
    codebook.whitening = reference.whitening;
    CalibrationSamples samples{data.matrix(), data.labels, {}, seed};
    if (trained.deep && !data.labels.empty()) {
        codebook.encoder = trained.deep->unseen;
        samples.held = trained.deep->held;
    }
    return calibrate(codebook, pack, reference, samples);
}

/// A codebook without calibrations.
Result<TrainedCodebook> trainEncoder(const TrainingData& data, Granularity granularity,
                                     const CodebookTrainingOptions& options, const ModelPack& pack,
                                     const TrainingWatch& watch, const std::stop_token& stop) {
    TrainedCodebook trained;
    if (options.method == "deep") {
        auto deep = trainDeep(data, options, watch, stop);
        if (!deep)
            return deep.error();
        trained.codebook.encoder = deep->encoder;
        trained.validation = {deep->validation, deep->baseline};
        trained.deep = *std::move(deep);
    } else {
        auto encoder = trainOther(data.matrix(), granularity, options, stop);
        if (!encoder)
            return encoder.error();
        trained.codebook.encoder = *std::move(encoder);
        trained.validation = validationOf(*trained.codebook.encoder, data, options, stop);
    }
    trained.codebook.granularity = granularity;
    trained.codebook.networkSha256 = pack.networkSha256;
    trained.codebook.fittedOn = data.description;
    return trained;
}

} // namespace

Result<TrainedCodebook> trainCodebook(const TrainingData& data, const CodebookTrainingOptions& options,
                                      const ModelPack& pack, const Codebook& reference,
                                      const TrainingWatch& watch, const std::stop_token& stop) {
    auto trained = trainEncoder(data, Granularity::Global, options, pack, watch, stop);
    if (!trained)
        return trained;
    trained->codebook.calibrations = calibrationsOf(*trained, data, options.seed, pack, reference);
    return trained;
}

Result<TrainedCodebook> trainWindowCodebook(const TrainingData& data, Granularity granularity,
                                            const CodebookTrainingOptions& options, const ModelPack& pack,
                                            const Codebook* reference, const TrainingWatch& watch,
                                            const std::stop_token& stop) {
    auto trained = trainEncoder(data, granularity, options, pack, watch, stop);
    if (!trained)
        return trained;
    trained->codebook.calibrations =
        reference == nullptr ? Calibrations{windowGuess, windowGuess, windowGuess}
                             : calibrateWindows(trained->codebook, *reference, data.matrix(), options.seed);
    return trained;
}

} // namespace likeness
