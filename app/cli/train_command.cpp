// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/train_report.h"
#include "app/cli/window_training.h"
#include "core/base/path_text.h"
#include "core/library/codebook_adoption.h"
#include "core/library/codebook_repository.h"
#include "core/library/codebook_switch.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <memory>
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
        auto* const learn = syntax.add_option(
            "--labels", labels, "Learn from labels: folders, the folder that holds a photo, or its tags");
        learn->check(CLI::IsMember({"folders", "tags"}));
        syntax
            .add_flag("--unsupervised", unsupervised,
                      "Learn without labels (so does every method but deep, and deep without --labels)")
            ->excludes(learn);
        syntax
            .add_option(
                "--granularity", granularity,
                "What the codes stand for: global, whole photos; region or part, windows of photos, which "
                "are read again for it, now some and then all by index")
            ->check(CLI::IsMember({"global", "region", "part"}))
            ->capture_default_str()
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
        syntax.add_option("--validation", training.validationShare, "Share of the photos that is held out")
            ->check(CLI::Range(.02, .5))
            ->type_name("SHARE");
        photos =
            syntax.add_option("--photos", load.most, "Learn from at most N photos; of windows, from 2000");
        photos->check(CLI::Range(16, 100'000))->type_name("N")->capture_default_str();
        syntax.add_option("--out", output, "Write the codebook to this file, and leave the library as it is");
        syntax.add_flag("--keep-only", keepOnly,
                        "Keep the codebook in the library, but don't search with it yet");
        syntax.add_flag("--pack-codebook", packCodebook,
                        "Train nothing: search with the model pack's own codebook again");
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    LibraryTrainingOptions options() const {
        LibraryTrainingOptions options;
        if (!labels.empty())
            options.labels = labels == "tags" ? LabelSource::Tags : LabelSource::Folders;
        options.training = training;
        options.load = load;
        options.folds = folds;
        if (search)
            options.hyperParameters = LibraryTrainingOptions::HyperParameters::Searched;
        return options;
    }

    bool isOfWindows() const { return granularity != "global"; }

    WindowTraining windowTraining(const GlobalOptions& options) const {
        WindowTraining windows{*granularityFromName(granularity), training, {}};
        if (photos->count() > 0)
            windows.sampling.mostPhotos = load.most;
        windows.sampling.seed = training.seed;
        windows.sampling.engine = options.engine;
        windows.sampling.limits = options.limits;
        return windows;
    }

    CodebookTrainingOptions training;
    TrainingLoadOptions load;
    CLI::Option* photos = nullptr;
    std::string granularity{granularityName(Granularity::Global)};
    std::string labels;
    std::string output;
    int folds = 0;
    bool unsupervised = false;
    bool search = false;
    bool keepOnly = false;
    bool packCodebook = false;
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

/// The pack with its own codebooks: what a trained one borrows from doesn't change with the one in use.
Result<std::shared_ptr<const Recipe>> packOf(const Database& database, const GlobalOptions& options) {
    const auto name = options.pack.empty() ? libraryPackName(database) : Result<std::string>(options.pack);
    if (!name)
        return name.error();
    const auto pack = libraryPack(database, *name);
    if (!pack)
        return pack.error();
    return loadRecipe(*pack);
}

Result<Codebook> keepOnly(const GlobalOptions& options, const Codebook& codebook) {
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    return database ? CodebookRepository(*database).add(codebook) : database.error();
}

/// Keeps the codebook in the library, and searches with it from now on unless it is to be kept only.
Result<Codebook> keep(const GlobalOptions& options, const Codebook& codebook, const Recipe& pack,
                      const TrainArguments& arguments) {
    if (arguments.keepOnly)
        return keepOnly(options, codebook);
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    if (!database)
        return database.error();
    ProgressLine line;
    auto adopted =
        adoptCodebook(*database, codebook, pack, [&line](double share) { line.show("Encoding", share, {}); });
    line.clear();
    return adopted;
}

/// Where the codebook goes.
std::string placeOf(const TrainArguments& arguments) {
    return arguments.output.empty() ? "in the library" : pathText(absolutePath(arguments.output));
}

Result<LibraryTraining> trainWindows(const GlobalOptions& options, const TrainArguments& arguments,
                                     const Recipe& pack, const std::stop_token& stop) {
    auto trained = trainOnWindows(options, arguments.windowTraining(options), pack,
                                  trainingNotes(arguments.options()).epoch, stop);
    if (!trained)
        return trained.error();
    const auto saved = [&]() -> Result<Codebook> {
        if (!arguments.output.empty())
            return saveCodebook(trained->codebook, absolutePath(arguments.output));
        return arguments.keepOnly ? keepOnly(options, trained->codebook)
                                  : keepForIndexing(options, trained->codebook);
    }();
    if (!saved)
        return saved.error();
    trained->codebook = *saved;
    return LibraryTraining{*std::move(trained), {}, {}, {}};
}

Result<LibraryTraining> train(const GlobalOptions& options, const TrainArguments& arguments,
                              const std::stop_token& stop) {
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto pack = packOf(*database, options);
    if (!pack)
        return pack.error();
    if (arguments.isOfWindows())
        return trainWindows(options, arguments, **pack, stop);
    const LibraryTrainingOptions wanted = arguments.options();
    auto training = trainOnLibrary(*database, (*pack)->pack(), wanted, trainingNotes(wanted), stop);
    if (!training)
        return training;
    Codebook& codebook = training->trained.codebook;
    auto saved = arguments.output.empty() ? keep(options, codebook, **pack, arguments)
                                          : saveCodebook(codebook, absolutePath(arguments.output));
    if (!saved)
        return saved.error();
    codebook = *std::move(saved);
    return training;
}

constexpr const char* indexNote =
    "Photos get its codes when they are indexed again (likeness-cli index); until "
    "all have them, the former codes answer.";

/// True where photos are to be indexed before it is searched with.
Result<bool> returnToPack(const GlobalOptions& options, Granularity granularity) {
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    if (!database)
        return database.error();
    ProgressLine line;
    const auto show = [&line](double share) { line.show("Encoding", share, {}); };
    if (granularity != Granularity::Global)
        return useWindowCodebook(*database, granularity, {}, {}, show);
    const auto used = useCodebook(*database, {}, show);
    line.clear();
    return used ? Result<bool>(false) : used.error();
}

int runReturnToPack(const GlobalOptions& options, const TrainArguments& arguments) {
    const auto toIndex = returnToPack(options, *granularityFromName(arguments.granularity));
    if (!toIndex)
        return fail(toIndex.error());
    printLine(*toIndex ? indexNote : "The library is searched with the model pack's own codebook.");
    return Success;
}

int run(const GlobalOptions& options, const TrainArguments& arguments) {
    if (arguments.packCodebook)
        return runReturnToPack(options, arguments);
    if (arguments.training.method != "deep" && (arguments.folds > 0 || arguments.search)) {
        printNote("--folds and --search go with --method deep.");
        return WrongUsage;
    }
    const Interruption interruption;
    const StopOnSignal stop(interruption);
    const auto training = train(options, arguments, stop.token());
    if (!training && interruption.signal() == 0)
        return fail(training.error());
    if (training && arguments.json)
        printJson(trainingJson(*training, placeOf(arguments)));
    else if (training)
        printTraining(*training, placeOf(arguments));
    if (training && !arguments.json && arguments.isOfWindows() && arguments.output.empty() &&
        !arguments.keepOnly)
        printLine(indexNote);
    if (interruption.signal() == 0)
        return Success;
    printNote(training ? "Stopped. The codebook is the best so far."
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
