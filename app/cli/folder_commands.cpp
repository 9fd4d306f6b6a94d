// SPDX-License-Identifier: GPL-3.0-or-later
// What scans look at: exclude (patterns) and relink (missing photos that lie elsewhere now).
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/named_photos.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/exclusions.h"
#include "core/library/relinking.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace likeness::cli {
namespace {

struct ExcludeArguments {
    explicit ExcludeArguments(CLI::App& syntax) {
        syntax.add_option("PATTERN", patterns,
                          "Names such as *.tif or Proofs; with a '/' paths below the folder");
        syntax.add_flag("--remove", remove, "Look at them again");
    }

    std::vector<std::string> patterns;
    bool remove = false;
};

Result<void> change(const GlobalOptions& options, const ExcludeArguments& arguments) {
    const auto library = openForWriting(options.libraryFile);
    if (!library)
        return library.error();
    auto patterns = exclusions(library->database);
    if (!patterns)
        return patterns.error();
    for (const std::string& pattern : arguments.patterns) {
        std::erase(*patterns, pattern);
        if (!arguments.remove)
            patterns->push_back(pattern);
    }
    return setExclusions(library->database, *patterns);
}

int runExclude(const GlobalOptions& options, const ExcludeArguments& arguments) {
    if (!arguments.patterns.empty())
        if (const auto changed = change(options, arguments); !changed)
            return fail(changed.error());
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    const auto patterns = database ? exclusions(*database) : database.error();
    if (!patterns)
        return fail(patterns.error());
    if (patterns->empty())
        printNote("Nothing is left out but hidden files and folders.");
    for (const std::string& pattern : *patterns)
        printLine(printableText(pattern));
    return Success;
}

struct RelinkArguments {
    explicit RelinkArguments(CLI::App& syntax) {
        syntax.add_option("PHOTO", photo, "The missing photo, as the library knows it")->required();
        syntax.add_option("FILE", file, "Where it lies now, in a folder of the library")->required();
    }

    std::string photo;
    std::string file;
};

int runRelink(const GlobalOptions& options, const RelinkArguments& arguments) {
    const auto library = openForWriting(options.libraryFile);
    if (!library)
        return fail(library.error());
    const auto photos = photosOf(library->database, {arguments.photo});
    if (!photos)
        return fail(photos.error());
    const auto linked = relink(library->database, photos->front(), absolutePath(arguments.file));
    if (!linked)
        return fail(linked.error());
    printLine("Found again; likeness-cli index reads it anew.");
    return Success;
}

} // namespace

Command excludeCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand("exclude", "Files and folders that indexing leaves out");
    auto arguments = std::make_shared<ExcludeArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return runExclude(options, *arguments); }};
}

Command relinkCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("relink", "Tells where a missing photo lies now; it keeps its tags");
    auto arguments = std::make_shared<RelinkArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return runRelink(options, *arguments); }};
}

} // namespace likeness::cli
