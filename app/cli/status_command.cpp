// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/database.h"
#include "core/library/photo_repository.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace likeness::cli {
namespace {

struct Status {
    PhotoCounts counts;
    std::vector<Root> roots;
};

Result<Status> readStatus(const std::filesystem::path& libraryFile) {
    const auto database = Database::open(libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const PhotoRepository repository(*database);
    const auto counts = repository.counts();
    if (!counts)
        return counts.error();
    auto roots = repository.roots();
    if (!roots)
        return roots.error();
    return Status{*counts, std::move(*roots)};
}

nlohmann::ordered_json toJson(const std::filesystem::path& libraryFile, const Status& status) {
    auto folders = nlohmann::ordered_json::array();
    for (const Root& root : status.roots)
        folders.push_back(root.folder.native());
    return {{"library", libraryFile.native()},    {"photos", status.counts.photos},
            {"indexed", status.counts.indexed},   {"pending", status.counts.pending},
            {"problems", status.counts.problems}, {"missing", status.counts.missing},
            {"folders", std::move(folders)}};
}

void print(const std::filesystem::path& libraryFile, const Status& status) {
    printLine("Library   " + pathText(libraryFile));
    printLine("Photos    " + std::to_string(status.counts.photos));
    printLine("Indexed   " + std::to_string(status.counts.indexed));
    printLine("Pending   " + std::to_string(status.counts.pending));
    printLine("Problems  " + std::to_string(status.counts.problems));
    printLine("Missing   " + std::to_string(status.counts.missing));
    for (const Root& root : status.roots)
        printLine("Folder    " + pathText(root.folder));
}

} // namespace

Command statusCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand("status", "Counts of the library");
    auto json = std::make_shared<bool>(false);
    syntax->add_flag("--json", *json, "Print one JSON object");
    return {syntax, [json](const GlobalOptions& options) -> int {
                const auto status = readStatus(options.libraryFile);
                if (!status)
                    return fail(status.error());
                if (*json)
                    printJson(toJson(options.libraryFile, *status));
                else
                    print(options.libraryFile, *status);
                return Success;
            }};
}

} // namespace likeness::cli
