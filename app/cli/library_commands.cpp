// SPDX-License-Identifier: GPL-3.0-or-later
// Care for the library's file: check, backup, restore; and photos that leave it: remove.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/library_care.h"
#include "core/library/photo_removal.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace likeness::cli {
namespace {

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

int check(const GlobalOptions& options) {
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return fail(database.error());
    const auto faults = checkLibrary(*database);
    if (!faults)
        return fail(faults.error());
    for (const std::string& fault : *faults)
        printLine(fault);
    if (!faults->empty())
        return fail(makeError(ErrorCode::LibraryDamaged, {pathText(options.libraryFile), faults->front()}));
    printLine("The library is sound.");
    return Success;
}

int backUp(const GlobalOptions& options) {
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    if (!database)
        return fail(database.error());
    const auto backup = backUpLibrary(*database, now());
    if (!backup)
        return fail(backup.error());
    printLine(pathText(backup->file));
    return Success;
}

int listBackups(const GlobalOptions& options) {
    for (const LibraryBackup& backup : backupsOf(options.libraryFile))
        printLine(backup.madeAt + " UTC  " + pathText(backup.file));
    return Success;
}

int restore(const GlobalOptions& options, const std::string& backup) {
    if (backup.empty())
        return listBackups(options);
    const auto restored = restoreLibrary(options.libraryFile, backup, now());
    if (!restored)
        return fail(restored.error());
    printLine("Restored " + pathText(options.libraryFile));
    return Success;
}

int remove(const GlobalOptions& options,
           const std::function<Result<std::int64_t>(const Database&)>& removal) {
    const auto library = openForWriting(options.libraryFile);
    if (!library)
        return fail(library.error());
    const auto removed = removal(library->database);
    if (!removed)
        return fail(removed.error());
    printLine(counted(*removed, "photo") + " left the library; their files are untouched.");
    return Success;
}

} // namespace

Command checkCommand(CLI::App& program) {
    return {program.add_subcommand("check", "Looks for damage in the library's file"), check};
}

Command backupCommand(CLI::App& program) {
    return {
        program.add_subcommand("backup", "Copies the library beside itself; the last three copies are kept"),
        backUp};
}

Command restoreCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand(
        "restore", "Puts a backup in the library's place, after backing up what is there");
    auto backup = std::make_shared<std::string>();
    syntax->add_option("BACKUP", *backup, "The backup; without one the backups are listed");
    return {syntax, [backup](const GlobalOptions& options) { return restore(options, *backup); }};
}

Command removeCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand("remove", "Lets photos leave the library; no file is touched");
    auto folder = std::make_shared<std::string>();
    auto missing = std::make_shared<bool>(false);
    CLI::Option* given = syntax->add_option("FOLDER", *folder, "A folder that was added");
    syntax->add_flag("--missing", *missing, "All photos whose files are gone")->excludes(given);
    return {syntax, [folder, missing](const GlobalOptions& options) -> int {
                if (folder->empty() && !*missing) {
                    fail(makeError(ErrorCode::InvalidArgument, {"name a folder, or --missing"}));
                    return WrongUsage;
                }
                return remove(options, [folder, missing](const Database& database) {
                    return *missing ? removeMissingPhotos(database) : removeFolder(database, *folder);
                });
            }};
}

} // namespace likeness::cli
