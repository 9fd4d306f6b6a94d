// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/experiment_run.h"

#include "app/cli/dataset_library.h"
#include "app/cli/exit_code.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/evaluation/dataset.h"
#include "core/evaluation/experiment_json.h"
#include "core/evaluation/experiment_runner.h"
#include "core/evaluation/report.h"
#include "core/library/experiment_repository.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ctime>

namespace likeness::cli {
namespace {

constexpr int defaultRobustnessQueries = 20;

std::vector<std::string> layoutNames() {
    std::vector<std::string> names{"auto"};
    for (const DatasetLayout layout : allDatasetLayouts)
        names.emplace_back(layoutName(layout));
    return names;
}

/// Shows progress, and cancels when a signal comes.
class Watcher {
public:
    Watcher(const Interruption& interruption, ExperimentControl& control)
        : interruption_(interruption), control_(control) {}

    ExperimentWatch watch() {
        ExperimentWatch watch;
        watch.progress = [this](double share, const std::string& what) {
            line_.show("Evaluating", share, what);
            if (interruption_.signal() != 0)
                control_.cancel();
        };
        return watch;
    }
    void clear() { line_.clear(); }

private:
    const Interruption& interruption_;
    ExperimentControl& control_;
    ProgressLine line_;
};

Result<Experiment> run(const GlobalOptions& options, const ExperimentOptions& experiment,
                       const Interruption& interruption, std::filesystem::path& library) {
    library = options.libraryFile;
    if (!experiment.dataset.empty()) {
        // What can't be read is told before hours of indexing.
        if (const auto dataset = readDataset(experiment.dataset, layoutFromName(experiment.layout)); !dataset)
            return dataset.error();
        auto found = libraryOfDataset(experiment.dataset, options, experiment.packs, interruption);
        if (!found)
            return found.error();
        library = *std::move(found);
    }
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    ExperimentControl control;
    Watcher watcher(interruption, control);
    auto outcome = runExperiment(*database, experiment, {options.engine, options.limits, LIKENESS_VERSION},
                                 watcher.watch(), control);
    watcher.clear();
    return outcome;
}

void print(const Experiment& experiment) {
    printLine(experiment.truth);
    printLine(experiment.separation);
    printLine("   mAP  95 % interval    P@1  accuracy   ms/query");
    for (const RunResult& run : experiment.runs)
        printLine(decimal(run.map, 4) + "  " + decimal(run.mapInterval.low, 3) + " - " +
                  decimal(run.mapInterval.high, 3) + "  " + decimal(run.precisionAt1, 4) + "    " +
                  decimal(run.accuracy, 4) + "   " + decimal(run.msPerQuery, 3) + "  " + run.title() + ", " +
                  run.level);
}

void printExperimentJson(const Experiment& experiment) {
    if (experiment.runs.size() > 1)
        return printJson(nlohmann::ordered_json::parse(toJson(experiment)));
    auto json = nlohmann::ordered_json::parse(toJson(experiment.runs.front()));
    json["packs"] = {experiment.runs.front().pack};
    json["separation"] = experiment.separation;
    printJson(json);
}

Result<void> writeReports(const Experiment& experiment, const ExperimentArguments& arguments,
                          const std::filesystem::path& library) {
    for (const std::string& report : arguments.reports())
        if (auto done = writeReport(experiment, absolutePath(report)); !done)
            return done;
    if (!arguments.csvFile().empty()) {
        const std::string text = csvReport(experiment);
        if (auto done =
                writeFileAtomically(absolutePath(arguments.csvFile()), std::as_bytes(std::span(text)));
            !done)
            return done;
    }
    if (!arguments.isKept())
        return {};
    const auto database = Database::open(library, OpenMode::Write);
    if (!database)
        return database.error();
    const auto kept =
        ExperimentRepository(*database).add(experiment.truth, std::time(nullptr), toJson(experiment));
    return kept ? Result<void>() : kept.error();
}

} // namespace

ExperimentArguments::ExperimentArguments(CLI::App& syntax) {
    syntax.add_option("DATASET", dataset_,
                      "Labelled photos: a folder in a known layout, or a CSV file with lines \"path,label\"; "
                      "without one the library is evaluated");
    syntax.add_option("--layout", layout_, "How DATASET lies")
        ->check(CLI::IsMember(layoutNames()))
        ->capture_default_str();
    syntax
        .add_option("--methods", methods_,
                    "Hash methods to compare, trained on one half of the photos, tested on the other")
        ->delimiter(',')
        ->check(CLI::IsMember(experimentMethods()));
    syntax.add_option("--packs", packs_, "Model packs to compare; the library is indexed with them")
        ->delimiter(',');
    syntax.add_option("--ranks", ranks_, "Compare these of codes and full")
        ->delimiter(',')
        ->check(CLI::IsMember({"codes", "full"}));
    syntax.add_flag("--baselines", allBaselines_, "Compare with colour, texture, shape, pHash, a small CNN");
    syntax.add_option("--baseline", baselineNames_, "Compare with these of them")
        ->delimiter(',')
        ->check(CLI::IsMember(experimentBaselines()));
    syntax.add_flag("--robustness", robustness_, "Also ask with corrupted photos");
    syntax.add_option("--robustness-queries", robustnessQueries_, "How many photos are corrupted")
        ->check(CLI::Range(1, 100'000));
    syntax.add_option("--queries", mostQueries_, "At most so many queries, chosen by the seed")
        ->check(CLI::Range(1, 100'000'000));
    syntax.add_option("--seed", seed_, "Of all that is random")->capture_default_str();
    syntax.add_option("--report", reports_, "Write a report: FILE.html, .json or .csv")->type_name("FILE");
    syntax.add_option("--csv", csvFile_, "Write all figures and curves as one table")->type_name("FILE");
    syntax
        .add_option("--config", configFile_, "Take the options of a report (JSON), or of a file of options")
        ->type_name("FILE");
    syntax.add_flag("--keep", isKept_, "Keep the evaluation in the library");
}

bool ExperimentArguments::isWanted() const {
    return !dataset_.empty() || !methods_.empty() || !packs_.empty() || !ranks_.empty() || allBaselines_ ||
           !baselineNames_.empty() || robustness_ || robustnessQueries_ > 0 || mostQueries_ > 0 ||
           !reports_.empty() || !csvFile_.empty() || !configFile_.empty() || isKept_;
}

Result<ExperimentOptions> ExperimentArguments::options(ExperimentOptions shared) const {
    if (!configFile_.empty()) {
        const auto bytes = readFile(absolutePath(configFile_));
        if (!bytes)
            return bytes.error();
        return optionsFromJson({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, configFile_);
    }
    if (!dataset_.empty())
        shared.dataset = absolutePath(dataset_).string();
    shared.layout = layout_;
    shared.packs = packs_;
    if (!methods_.empty())
        shared.methods = methods_;
    if (!ranks_.empty())
        shared.ranks = ranks_;
    shared.baselines = allBaselines_ ? experimentBaselines() : baselineNames_;
    if (robustness_ || robustnessQueries_ > 0)
        shared.robustnessQueries = robustnessQueries_ > 0 ? robustnessQueries_ : defaultRobustnessQueries;
    shared.mostQueries = mostQueries_;
    shared.seed = seed_;
    return shared;
}

int runExperimentCommand(const GlobalOptions& options, const ExperimentArguments& arguments,
                         const ExperimentOptions& shared, ExperimentOutput output) {
    auto wanted = arguments.options(shared);
    if (!wanted)
        return fail(wanted.error());
    if (wanted->packs.empty() && !options.pack.empty())
        wanted->packs = {options.pack};
    const Interruption interruption;
    std::filesystem::path library;
    const auto experiment = run(options, *wanted, interruption, library);
    if (interruption.signal() != 0)
        return exitCodeOfSignal(interruption.signal());
    if (!experiment)
        return fail(experiment.error());
    if (output == ExperimentOutput::Json)
        printExperimentJson(*experiment);
    else
        print(*experiment);
    for (const std::string& warning : experiment->warnings)
        printNote(warning);
    const auto written = writeReports(*experiment, arguments, library);
    return written ? Success : fail(written.error());
}

} // namespace likeness::cli
