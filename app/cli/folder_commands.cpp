// SPDX-License-Identifier: GPL-3.0-or-later
// What scans look at: exclude (patterns) and relink (missing photos that lie elsewhere now).
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/named_photos.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/exclusions.h"
#include "core/library/photo_removal.h"
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
        syntax.add_flag("--drop", drop,
                        "Photos of the library that are left out leave it, too; their files stay");
    }

    std::vector<std::string> patterns;
    bool remove = false;
    bool drop = false;
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

Result<void> dropExcluded(const GlobalOptions& options) {
    const auto library = openForWriting(options.libraryFile);
    if (!library)
        return library.error();
    const auto photos = excludedPhotos(library->database);
    if (!photos)
        return photos.error();
    const auto dropped = removePhotos(library->database, *photos);
    if (!dropped)
        return dropped.error();
    printNote(std::to_string(*dropped) + " photos left the library; their files are untouched.");
    return {};
}

/// Who leaves out what is in the library already may want it gone.
Result<void> tellOfExcluded(const Database& database) {
    const auto photos = excludedPhotos(database);
    if (!photos)
        return photos.error();
    if (!photos->empty())
        printNote(std::to_string(photos->size()) +
                  " photos of the library are left out from now on, and stay in it; --drop takes them out.");
    return {};
}

int runExclude(const GlobalOptions& options, const ExcludeArguments& arguments) {
    if (!arguments.patterns.empty())
        if (const auto changed = change(options, arguments); !changed)
            return fail(changed.error());
    if (arguments.drop)
        if (const auto dropped = dropExcluded(options); !dropped)
            return fail(dropped.error());
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    const auto patterns = database ? exclusions(*database) : database.error();
    if (!patterns)
        return fail(patterns.error());
    if (patterns->empty())
        printNote("Nothing is left out but hidden files and folders.");
    if (!arguments.patterns.empty() && !arguments.drop)
        if (const auto told = tellOfExcluded(*database); !told)
            return fail(told.error());
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
