// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/index_report.h"
#include "app/cli/interruption.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "core/base/error_text.h"
#include "core/base/path_text.h"
#include "core/library/codebook_repository.h"
#include "core/library/recipe_succession.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <utility>

namespace likeness::cli {
namespace {

/// How soon a signal is noticed.
constexpr std::chrono::milliseconds signalInterval{50};

struct IndexArguments {
    explicit IndexArguments(CLI::App& syntax) {
        syntax.add_option("FOLDER", folders,
                          "Folders to add, with all below them; none: look at all known again");
        syntax.add_option("--workers", workers, "Threads that decode and run the network; 0: one per core")
            ->check(CLI::Range(0, 1024))
            ->type_name("N")
            ->capture_default_str();
        syntax
            .add_option(
                "--precision", precision,
                "Numbers that the network computes with: f32, or bf16, which only some processors have; "
                "the library's if not given")
            ->check(CLI::IsMember(std::vector<std::string>{"f32", "bf16"}))
            ->type_name("NAME");
        syntax.add_flag("--gentle", gentle,
                        "One worker that rests as long as it works, for batteries and quiet fans");
        syntax.add_flag("--hidden", hidden, "Index hidden files and folders, too");
    }

    std::vector<std::string> folders;
    int workers = 0;
    bool gentle = false;
    std::string precision;
    bool hidden = false;
};

Result<IndexOptions> indexOptions(const GlobalOptions& options, const IndexArguments& arguments) {
    IndexOptions index;
    index.libraryFile = options.libraryFile;
    index.engine = options.engine;
    index.workers = arguments.workers;
    index.pace = arguments.gentle ? Pace::Gentle : Pace::Full;
    index.limits = options.limits;
    if (arguments.hidden)
        index.hidden = IndexOptions::HiddenFiles::Include;
    for (const std::string& argument : arguments.folders) {
        const std::filesystem::path folder = absolutePath(argument);
        std::error_code ignored;
        if (!std::filesystem::is_directory(folder, ignored))
            return makeError(ErrorCode::FolderNotFound, {pathText(folder)});
        index.folders.push_back(folder);
    }
    if (index.folders.empty() && !std::filesystem::exists(index.libraryFile))
        return makeError(ErrorCode::LibraryNotFound, {pathText(index.libraryFile)});
    return index;
}

/// What the library is to be indexed with, where there is one already.
Result<std::shared_ptr<const Recipe>> knownRecipe(const GlobalOptions& options) {
    if (std::filesystem::exists(options.libraryFile)) {
        const auto database = Database::open(options.libraryFile, OpenMode::Create);
        if (!database)
            return database.error();
        if (options.pack.empty())
            return recipeToIndexWith(*database);
        const auto pack = libraryPack(*database, options.pack);
        return pack ? recipeToIndexWith(*database, *pack) : pack.error();
    }
    const auto pack = findModelPack(options.pack.empty() ? defaultPackName : options.pack);
    if (!pack)
        return pack.error();
    return loadRecipe(*pack);
}

Result<std::shared_ptr<const Recipe>> recipeFor(const GlobalOptions& options, const std::string& precision) {
    auto recipe = knownRecipe(options);
    if (!recipe || precision.empty())
        return recipe;
    return recipeIn(precisionFromName(precision), **recipe);
}

Result<IndexSummary> index(const GlobalOptions& global, const std::string& precision,
                           const IndexOptions& options, const Interruption& interruption) {
    auto recipe = recipeFor(global, precision);
    if (!recipe)
        return recipe.error();
    IndexReport report;
    Indexer indexer(options, std::move(*recipe), nullptr, report);
    indexer.start();
    while (!report.waitForEnd(signalInterval))
        if (interruption.signal() != 0)
            indexer.cancel();
    indexer.wait();
    return report.summary();
}

void printCount(std::int64_t count, std::string_view what) {
    if (count > 0)
        printLine("  " + std::to_string(count) + " " + std::string(what));
}

void print(const IndexSummary& summary) {
    const double seconds = std::chrono::duration<double>(summary.elapsed).count();
    printLine(counted(summary.found, "photo") + " found, " + std::to_string(summary.indexed) +
              " indexed in " + decimal(seconds, 1) + " s");
    printCount(summary.unchanged, "unchanged");
    printCount(summary.moved, "moved or renamed");
    printCount(summary.reencoded, "encoded anew, without decoding");
    if (summary.searchedAnew)
        printLine("  all photos have the new codes: the library is searched with them from now on");
    printCount(summary.missing, "no longer there; kept in the library");
    if (summary.otherFiles > 0)
        printLine("  " + counted(summary.otherFiles, "other file") + ", not photos");
    if (summary.problems > 0)
        printLine("  " + counted(summary.problems, "problem") +
                  "; to see the reasons: likeness-cli problems");
}

int run(const GlobalOptions& options, const IndexArguments& arguments) {
    const auto prepared = indexOptions(options, arguments);
    if (!prepared)
        return fail(prepared.error());
    const Interruption interruption;
    const auto summary = index(options, arguments.precision, *prepared, interruption);
    if (!summary)
        return fail(summary.error());
    if (!summary->engineNotice.empty())
        printNote(summary->engineNotice);
    print(*summary);
    for (const Error& error : summary->folderErrors)
        printNote(errorText(error));
    if (summary->cancelled) {
        printNote("Stopped. What was indexed is kept; the next run goes on from there.");
        return exitCodeOfSignal(interruption.signal());
    }
    return Success;
}

} // namespace

Command indexCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("index", "Adds folders and indexes what is new or changed in them");
    auto arguments = std::make_shared<IndexArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
