// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "core/base/error_text.h"
#include "core/library/database.h"
#include "core/library/photo_repository.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace likeness::cli {
namespace {

Result<std::vector<Problem>> readProblems(const std::filesystem::path& libraryFile) {
    const auto database = Database::open(libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    return PhotoRepository(*database).problems();
}

nlohmann::ordered_json toJson(const std::vector<Problem>& problems) {
    auto list = nlohmann::ordered_json::array();
    for (const Problem& problem : problems)
        list.push_back({{"path", problem.file.native()},
                        {"code", errorCodeName(problem.error.code)},
                        {"reason", errorText(problem.error)}});
    return {{"problems", std::move(list)}};
}

void print(const std::vector<Problem>& problems) {
    if (problems.empty())
        printNote("No problems: every photo could be read.");
    for (const Problem& problem : problems)
        printLine(errorText(problem.error));
}

} // namespace

Command problemsCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("problems", "Photos that could not be read, why, and what to do");
    auto json = std::make_shared<bool>(false);
    syntax->add_flag("--json", *json, "Print one JSON object");
    return {syntax, [json](const GlobalOptions& options) -> int {
                const auto problems = readProblems(options.libraryFile);
                if (!problems)
                    return fail(problems.error());
                if (*json)
                    printJson(toJson(*problems));
                else
                    print(*problems);
                return Success;
            }};
}

} // namespace likeness::cli
