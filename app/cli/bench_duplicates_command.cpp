// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_duplicates_command.h"

#include "app/cli/duplicate_progress.h"
#include "app/cli/exit_code.h"
#include "app/cli/index_report.h"
#include "app/cli/interruption.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/base/temporary_folder.h"
#include "core/duplicates/copy_collection.h"
#include "core/library/folder_scan.h"
#include "core/library/indexer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace likeness::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds signalInterval{50};

struct Arguments {
    explicit Arguments(CLI::App& syntax) {
        syntax.add_option("--data", data, "Folders with photos")->required()->type_name("FOLDER");
        syntax.add_option("--photos", photos, "How many of them to take, spread evenly; 0: all")
            ->type_name("N")
            ->capture_default_str();
        syntax.add_option("--edited", edited, "Of how many of these to make eight edited copies")
            ->check(CLI::Range(1, 1'000'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_option("--keep", keep, "Keep collection and library in this folder, or go on with it")
            ->type_name("FOLDER");
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    std::vector<std::string> data;
    std::size_t photos = 500;
    std::size_t edited = 100;
    std::string keep;
    bool json = false;
};

/// A folder that goes away with the object, unless it was named.
class Workplace {
public:
    explicit Workplace(const std::string& named) {
        if (named.empty())
            folder_ = own_.emplace("likeness-bench").path();
        else
            folder_ = absolutePath(named);
    }

    fs::path photos() const { return folder_ / "photos"; }
    fs::path library() const { return folder_ / "bench.likeness"; }

private:
    std::optional<TemporaryFolder> own_;
    fs::path folder_;
};

struct Measurement {
    CopyRecall recall;
    std::size_t photos = 0;
    std::size_t compared = 0;
    double indexingSeconds = 0; // 0 where the library was there
    double seconds = 0;
};

std::vector<fs::path> chosenFiles(const Arguments& arguments) {
    std::vector<fs::path> files;
    for (const std::string& folder : arguments.data)
        scanFolder(absolutePath(folder), {},
                   [&](const FoundFile& file) { files.push_back(absolutePath(folder) / file.relativePath); });
    if (arguments.photos == 0 || arguments.photos >= files.size())
        return files;
    std::vector<fs::path> chosen;
    for (std::size_t i = 0; i < arguments.photos; ++i)
        chosen.push_back(files[i * files.size() / arguments.photos]);
    return chosen;
}

Result<void> prepare(const Arguments& arguments, const Workplace& place) {
    std::error_code reason;
    if (fs::exists(place.photos(), reason))
        return {};
    fs::create_directories(place.photos(), reason);
    if (reason)
        return makeError(ErrorCode::FileNotWritable, {pathText(place.photos()), reason.message()});
    const auto written = writeCopyCollection(chosenFiles(arguments), arguments.edited, place.photos());
    return written ? Result<void>() : written.error();
}

/// Seconds that it took.
Result<double> index(const GlobalOptions& global, const Workplace& place, const Interruption& interruption) {
    std::error_code reason;
    if (fs::exists(place.library(), reason))
        return 0.0;
    auto recipe = loadDefaultRecipe();
    if (!recipe)
        return recipe.error();
    IndexOptions options;
    options.libraryFile = place.library();
    options.folders = {place.photos()};
    options.engine = global.engine;
    options.limits = global.limits;
    IndexReport report;
    Indexer indexer(options, *std::move(recipe), nullptr, report);
    indexer.start();
    while (!report.waitForEnd(signalInterval))
        if (interruption.signal() != 0)
            indexer.cancel();
    indexer.wait();
    const auto summary = report.summary();
    return summary ? Result<double>(std::chrono::duration<double>(summary->elapsed).count())
                   : summary.error();
}

Result<Measurement> measure(const GlobalOptions& global, const Arguments& arguments,
                            const Interruption& interruption) {
    const Workplace place(arguments.keep);
    if (auto prepared = prepare(arguments, place); !prepared)
        return prepared.error();
    const auto indexing = index(global, place, interruption);
    if (!indexing)
        return indexing.error();
    GlobalOptions options = global;
    options.libraryFile = place.library();
    const auto library = openLibrary(options);
    if (!library)
        return library.error();
    DuplicateRequest request;
    request.kinds = {DuplicateKind::Near};
    const auto report = findWithProgress(*library, request, interruption);
    if (!report)
        return report.error();
    return Measurement{measureCopies(*report, place.photos()), report->searched, report->compared, *indexing,
                       std::chrono::duration<double>(report->elapsed).count()};
}

std::string percent(double share) {
    return decimal(share * 100, 1) + " %";
}

void print(const Measurement& measured) {
    printLine(std::to_string(measured.photos) + " photos, " + std::to_string(measured.recall.edited) +
              " of them with eight edited copies each");
    for (const PhotoEdit edit : allPhotoEdits)
        printLine("  " + std::string(photoEditName(edit)) +
                  std::string(12 - photoEditName(edit).size(), ' ') + percent(measured.recall.recall(edit)));
    printLine("  mean        " + percent(measured.recall.meanRecall()));
    printLine("Precision     " + percent(measured.recall.precision()) + " (" +
              std::to_string(measured.recall.right) + " of " + std::to_string(measured.recall.members) +
              " members of groups)");
    printLine("Finding took  " + decimal(measured.seconds, 1) + " s, " + std::to_string(measured.compared) +
              " pairs compared");
    if (measured.indexingSeconds > 0)
        printLine("Indexing took " + decimal(measured.indexingSeconds, 1) + " s: finding took " +
                  decimal(measured.seconds / measured.indexingSeconds, 2) + " times as long");
}

nlohmann::ordered_json toJson(const Measurement& measured) {
    nlohmann::ordered_json recalls;
    for (const PhotoEdit edit : allPhotoEdits)
        recalls[std::string(photoEditName(edit))] = rounded(measured.recall.recall(edit), 4);
    return {{"photos", measured.photos},
            {"edited", measured.recall.edited},
            {"recall", std::move(recalls)},
            {"mean", rounded(measured.recall.meanRecall(), 4)},
            {"precision", rounded(measured.recall.precision(), 4)},
            {"pairs", measured.compared},
            {"seconds", rounded(measured.seconds, 2)},
            {"indexing_seconds", rounded(measured.indexingSeconds, 2)}};
}

int run(const GlobalOptions& options, const Arguments& arguments) {
    const Interruption interruption;
    const auto measured = measure(options, arguments, interruption);
    if (interruption.signal() != 0)
        return exitCodeOfSignal(interruption.signal());
    if (!measured)
        return fail(measured.error());
    if (arguments.json)
        printJson(toJson(*measured));
    else
        print(*measured);
    return Success;
}

} // namespace

Command benchDuplicatesCommand(CLI::App& bench) {
    CLI::App* syntax = bench.add_subcommand(
        "duplicates", "Measures how many edited copies of photos are found, and how long that takes");
    auto arguments = std::make_shared<Arguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
