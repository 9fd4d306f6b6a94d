// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_report.h"

#include "app/cli/output.h"

#include <numeric>
#include <vector>

namespace likeness::cli {
namespace {

constexpr int figures = 4;

double meanOf(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Without the digits that a float never had.
double number(float value) {
    return rounded(static_cast<double>(value), 6);
}

void noteTrial(const DeepTrial& trial, int trialNumber, int trials) {
    printNote("Trial " + std::to_string(trialNumber) + " of " + std::to_string(trials) + ": learning rate " +
              decimal(number(trial.options.schedule.learningRate), 4) + ", dropout " +
              decimal(number(trial.options.schedule.dropout), 1) + ", margin " +
              decimal(number(trial.options.margin), 1) + ": mAP " + decimal(trial.map, figures));
}

void noteEpoch(const TrainingProgress& progress) {
    if (progress.epoch == 1 && progress.baseline)
        printNote("The codebook in use: validation mAP " + decimal(*progress.baseline, figures));
    if (progress.epoch == 1 && !progress.validation)
        printNote("Training on all photos");
    printNote("Epoch " + std::to_string(progress.epoch) + " of " + std::to_string(progress.epochs) +
              ": loss " + decimal(progress.loss, figures) +
              (progress.validation ? ", validation mAP " + decimal(*progress.validation, figures) : ""));
}

nlohmann::ordered_json curveOf(const LibraryTraining& training) {
    auto curve = nlohmann::ordered_json::array();
    for (const TrainingProgress& progress : training.epochs) {
        nlohmann::ordered_json point{{"on", progress.validation ? "training photos" : "all photos"},
                                     {"epoch", progress.epoch},
                                     {"loss", progress.loss}};
        if (progress.validation)
            point["validation_map"] = *progress.validation;
        curve.push_back(std::move(point));
    }
    return curve;
}

} // namespace

LibraryTrainingWatch trainingNotes(const LibraryTrainingOptions& options) {
    const auto noteFold = [folds = options.folds](int fold, double map) {
        printNote("Fold " + std::to_string(fold) + " of " + std::to_string(folds) + ": mAP " +
                  decimal(map, figures));
    };
    return {noteEpoch, noteFold, noteTrial};
}

nlohmann::ordered_json trainingJson(const LibraryTraining& training, const std::string& place) {
    const Codebook& codebook = training.trained.codebook;
    nlohmann::ordered_json json{{"method", codebook.encoder->method()},
                                {"bits", codebook.encoder->bits()},
                                {"granularity", granularityName(codebook.granularity)},
                                {"fitted_on", codebook.fittedOn},
                                {"file", place},
                                {"checksum", codebook.checksum}};
    if (const auto& validation = training.trained.validation) {
        json["validation_map"] = validation->trained;
        if (validation->baseline)
            json["validation_map_before"] = *validation->baseline;
    }
    if (training.trained.deep)
        json["best_epoch"] = training.trained.deep->epoch;
    if (!training.folds.empty())
        json["fold_maps"] = training.folds;
    if (training.best)
        json["search"] = {{"map", training.best->map},
                          {"learning_rate", number(training.best->options.schedule.learningRate)},
                          {"dropout", number(training.best->options.schedule.dropout)},
                          {"margin", number(training.best->options.margin)}};
    if (!training.epochs.empty())
        json["curve"] = curveOf(training);
    return json;
}

void printTraining(const LibraryTraining& training, const std::string& place) {
    const Codebook& codebook = training.trained.codebook;
    if (!training.folds.empty())
        printLine("cross-validated   mAP " + decimal(meanOf(training.folds), figures) + " in " +
                  std::to_string(training.folds.size()) + " folds");
    if (const auto& validation = training.trained.validation) {
        std::string text = "validation        mAP " + decimal(validation->trained, figures);
        if (training.trained.deep)
            text += " at epoch " + std::to_string(training.trained.deep->epoch);
        if (validation->baseline)
            text += ", by the codebook in use so far " + decimal(*validation->baseline, figures);
        printLine(text);
    }
    printLine("trained on        " + codebook.fittedOn);
    printLine("codebook          " + std::string(codebook.encoder->method()) + ", " +
              std::to_string(codebook.encoder->bits()) + " bits, " + place);
    printLine("checksum          " + codebook.checksum);
}

} // namespace likeness::cli
