// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "core/base/path_text.h"
#include "core/evaluation/ground_truth.h"
#include "core/hashing/deep_search.h"
#include "core/library/codebook_repository.h"
#include "core/library/photo_repository.h"
#include "core/library/reencoding.h"
#include "core/library/training_loading.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>
#include <stop_token>
#include <thread>

namespace likeness::cli {
namespace {

using namespace std::chrono_literals;

struct TrainArguments {
    explicit TrainArguments(CLI::App& syntax) {
        syntax.add_option("--method", training.method, "Hash method")
            ->check(CLI::IsMember(std::vector<std::string>(trainableMethods.begin(), trainableMethods.end())))
            ->capture_default_str();
        syntax.add_option("--bits", training.bits, "Code length")
            ->check(CLI::Range(16, 1024))
            ->capture_default_str();
        auto* const learn = syntax.add_option("--labels", labels,
                                              "Learn from labels: folders, the folder that holds a photo");
        learn->check(CLI::IsMember({"folders"}));
        syntax
            .add_flag("--unsupervised", unsupervised,
                      "Learn without labels (so does every method but deep, and deep without --labels)")
            ->excludes(learn);
        syntax.add_option("--seed", training.seed, "The same photos and seed give the same codebook")
            ->capture_default_str();
        syntax.add_option("--folds", folds, "Cross-validate first, in K parts")
            ->check(CLI::Range(2, 20))
            ->type_name("K")
            ->needs(learn);
        syntax
            .add_flag("--search", search,
                      "Search learning rate, dropout and margin first, by cross-validation (in 3 parts "
                      "without --folds)")
            ->needs(learn);
        syntax.add_option("--photos", load.most, "Learn from at most N photos, chosen at random")
            ->check(CLI::Range(16, 100'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_option("--out", output, "Write the codebook to this file, and leave the library as it is");
        syntax.add_flag("--keep-only", keepOnly,
                        "Keep the codebook in the library, but don't search with it yet");
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    CodebookTrainingOptions training;
    TrainingLoadOptions load;
    std::string labels;
    std::string output;
    int folds = 0;
    bool unsupervised = false;
    bool search = false;
    bool keepOnly = false;
    bool json = false;
};

/// Asks a training to stop when a signal comes.
class StopOnSignal {
public:
    explicit StopOnSignal(const Interruption& interruption)
        : poll_([this, &interruption](const std::stop_token& ended) {
              while (!ended.stop_requested() && !stop_.stop_requested()) {
                  if (interruption.signal() != 0)
                      stop_.request_stop();
                  std::this_thread::sleep_for(20ms);
              }
          }) {}

    std::stop_token token() const { return stop_.get_token(); }

private:
    std::stop_source stop_;
    std::jthread poll_;
};

struct Outcome {
    TrainedCodebook trained;
    std::vector<double> folds; // mean average precision of each
    std::optional<DeepTrial> best;
};

double meanOf(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Result<TrainingData> loadData(const GlobalOptions& options, const TrainArguments& arguments,
                              const ModelPack& pack) {
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    TrainingLoadOptions load = arguments.load;
    load.seed = arguments.training.seed;
    if (arguments.labels.empty())
        return loadTrainingData(*database, pack, load);
    const auto photos = PhotoRepository(*database).photos();
    if (!photos)
        return photos.error();
    return loadTrainingData(*database, pack, load, labelsFromFolders(*photos).labelOfPhoto);
}

/// --folds and --search: what comes before the training. Fills `outcome` and improves `training`.
Result<void> prepare(const TrainingData& data, const TrainArguments& arguments,
                     CodebookTrainingOptions& training, Outcome& outcome, const std::stop_token& stop) {
    SupervisedOptions& options = training.supervised;
    options.bits = training.bits;
    options.schedule.seed = training.seed;
    if (arguments.search) {
        const auto watch = [](const DeepTrial& trial, int number, int trials) {
            printNote(
                "Trial " + std::to_string(number) + " of " + std::to_string(trials) + ": learning rate " +
                decimal(static_cast<double>(trial.options.schedule.learningRate), 4) + ", dropout " +
                decimal(static_cast<double>(trial.options.schedule.dropout), 1) + ", margin " +
                decimal(static_cast<double>(trial.options.margin), 1) + ": mAP " + decimal(trial.map, 4));
        };
        const auto trials = searchDeepOptions(data.matrix(), data.labels, options,
                                              arguments.folds > 0 ? arguments.folds : 3, {}, watch, stop);
        if (!trials)
            return trials.error();
        outcome.best = trials->front();
        options = trials->front().options;
    } else if (arguments.folds > 0) {
        const auto watch = [&](int fold, double map) {
            printNote("Fold " + std::to_string(fold) + " of " + std::to_string(arguments.folds) + ": mAP " +
                      decimal(map, 4));
        };
        auto folds = crossValidate(data.matrix(), data.labels, options, arguments.folds, watch, stop);
        if (!folds)
            return folds.error();
        outcome.folds = *std::move(folds);
    }
    return {};
}

void show(ProgressLine& line, const TrainingProgress& progress) {
    std::string text = "epoch " + std::to_string(progress.epoch) + ", loss " + decimal(progress.loss, 4);
    if (progress.validation)
        text += ", validation mAP " + decimal(*progress.validation, 4);
    line.show(progress.validation ? "Training" : "Training on all photos",
              static_cast<double>(progress.epoch) / progress.epochs, text);
}

/// The pack's own codebooks: what a trained one borrows from doesn't change with the one in use.
Result<std::shared_ptr<const Recipe>> defaultRecipeOf(const GlobalOptions& options) {
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto name = options.pack.empty() ? libraryPackName(*database) : Result<std::string>(options.pack);
    if (!name)
        return name.error();
    const auto pack = findModelPack(*name);
    if (!pack)
        return pack.error();
    return loadRecipe(*pack);
}

/// Keeps the codebook in the library, encodes all photos with it, and searches with it from now on.
Result<Codebook> keep(const GlobalOptions& options, const Codebook& codebook, const Recipe& others,
                      const TrainArguments& arguments) {
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    if (!database)
        return database.error();
    auto kept = CodebookRepository(*database).add(codebook);
    if (!kept || arguments.keepOnly)
        return kept;
    const auto recipe = recipeWith(*kept, others);
    if (!recipe)
        return recipe.error();
    ProgressLine line;
    const auto switched = switchGlobalCodebook(*database, **recipe,
                                               [&line](double share) { line.show("Encoding", share, {}); });
    line.clear();
    if (!switched)
        return switched.error();
    return kept;
}

/// Where the codebook went.
std::string placeOf(const TrainArguments& arguments) {
    return arguments.output.empty() ? "in the library" : pathText(absolutePath(arguments.output));
}

Result<Outcome> train(const GlobalOptions& options, const TrainArguments& arguments,
                      const std::stop_token& stop) {
    const auto recipe = defaultRecipeOf(options);
    if (!recipe)
        return recipe.error();
    const ModelPack& pack = (*recipe)->pack();
    const auto data = loadData(options, arguments, pack);
    if (!data)
        return data.error();
    Outcome outcome;
    CodebookTrainingOptions training = arguments.training;
    if (auto prepared = prepare(*data, arguments, training, outcome, stop); !prepared)
        return prepared.error();
    ProgressLine line;
    const auto watch = [&line](const TrainingProgress& progress) { show(line, progress); };
    auto trained = trainCodebook(*data, training, pack, (*recipe)->codebook(), watch, stop);
    line.clear();
    if (!trained)
        return trained.error();
    auto saved = arguments.output.empty() ? keep(options, trained->codebook, **recipe, arguments)
                                          : saveCodebook(trained->codebook, absolutePath(arguments.output));
    if (!saved)
        return saved.error();
    outcome.trained = *std::move(trained);
    outcome.trained.codebook = *std::move(saved);
    return outcome;
}

/// Without the digits that a float never had.
double number(float value) {
    return rounded(static_cast<double>(value), 6);
}

nlohmann::ordered_json toJson(const Outcome& outcome, const TrainArguments& arguments) {
    const Codebook& codebook = outcome.trained.codebook;
    nlohmann::ordered_json json{{"method", codebook.encoder->method()},
                                {"bits", codebook.encoder->bits()},
                                {"fitted_on", codebook.fittedOn},
                                {"file", placeOf(arguments)},
                                {"checksum", codebook.checksum}};
    if (outcome.trained.deep) {
        json["validation_map"] = outcome.trained.deep->validation;
        json["best_epoch"] = outcome.trained.deep->epoch;
    }
    if (!outcome.folds.empty())
        json["fold_maps"] = outcome.folds;
    if (outcome.best)
        json["search"] = {{"map", outcome.best->map},
                          {"learning_rate", number(outcome.best->options.schedule.learningRate)},
                          {"dropout", number(outcome.best->options.schedule.dropout)},
                          {"margin", number(outcome.best->options.margin)}};
    return json;
}

void print(const Outcome& outcome, const TrainArguments& arguments) {
    const Codebook& codebook = outcome.trained.codebook;
    if (!outcome.folds.empty())
        printLine("cross-validated   mAP " + decimal(meanOf(outcome.folds), 4) + " in " +
                  std::to_string(outcome.folds.size()) + " folds");
    if (outcome.trained.deep)
        printLine("validation        mAP " + decimal(outcome.trained.deep->validation, 4) + " at epoch " +
                  std::to_string(outcome.trained.deep->epoch));
    printLine("trained on        " + codebook.fittedOn);
    printLine("codebook          " + std::string(codebook.encoder->method()) + ", " +
              std::to_string(codebook.encoder->bits()) + " bits, " + placeOf(arguments));
    printLine("checksum          " + codebook.checksum);
}

int run(const GlobalOptions& options, const TrainArguments& arguments) {
    if (arguments.training.method != "deep" && (arguments.folds > 0 || arguments.search)) {
        printNote("--folds and --search go with --method deep.");
        return WrongUsage;
    }
    const Interruption interruption;
    const StopOnSignal stop(interruption);
    const auto outcome = train(options, arguments, stop.token());
    if (!outcome && interruption.signal() == 0)
        return fail(outcome.error());
    if (outcome && arguments.json)
        printJson(toJson(*outcome, arguments));
    else if (outcome)
        print(*outcome, arguments);
    if (interruption.signal() == 0)
        return Success;
    printNote(outcome ? "Stopped. The codebook is the best so far."
                      : "Stopped before there was anything to keep.");
    return exitCodeOfSignal(interruption.signal());
}

} // namespace

Command trainCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand(
        "train", "Trains a codebook on the library's photos; Ctrl+C keeps the best so far");
    auto arguments = std::make_shared<TrainArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
