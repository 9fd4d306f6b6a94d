// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/verdict_file.h"
#include "core/library/verdict_repository.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace likeness::cli {
namespace {

struct VerdictArguments {
    explicit VerdictArguments(CLI::App& syntax) {
        syntax.add_flag("--json", json, "Print a JSON array")
            ->excludes(syntax.add_flag("--csv", csv, "Print a table"));
        syntax.add_option("--import", import, "Add the verdicts of this file (.json, or a table)");
    }

    bool json = false;
    bool csv = false;
    std::string import;
};

Result<std::size_t> importFrom(const std::filesystem::path& libraryFile, const std::filesystem::path& file) {
    const auto verdicts = readVerdicts(file);
    if (!verdicts)
        return verdicts.error();
    const auto library = openForWriting(libraryFile);
    if (!library)
        return library.error();
    const auto added = VerdictRepository(library->database).set(*verdicts);
    return added ? Result<std::size_t>(verdicts->size()) : added.error();
}

Result<std::vector<ListedVerdict>> readAll(const std::filesystem::path& libraryFile) {
    const auto database = Database::open(libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    return listedVerdicts(*database);
}

void print(const std::vector<ListedVerdict>& verdicts) {
    if (verdicts.empty())
        printNote("No verdicts yet: in the window, M, N and U judge the results of a query.");
    for (const auto& [verdict, first, second] : verdicts)
        printLine(std::string(judgementName(verdict.judgement)) + "  " + pathText(first) + "  " +
                  pathText(second) + (verdict.note.empty() ? "" : "  " + verdict.note));
}

int run(const GlobalOptions& options, const VerdictArguments& arguments) {
    if (!arguments.import.empty()) {
        const auto added = importFrom(options.libraryFile, arguments.import);
        if (!added)
            return fail(added.error());
        printLine(counted(static_cast<std::int64_t>(*added), "verdict") + " added");
        return Success;
    }
    const auto verdicts = readAll(options.libraryFile);
    if (!verdicts)
        return fail(verdicts.error());
    if (arguments.json)
        std::cout << verdictsAsJson(*verdicts);
    else if (arguments.csv)
        std::cout << verdictsAsCsv(*verdicts);
    else
        print(*verdicts);
    return Success;
}

} // namespace

Command verdictsCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("verdicts", "What was judged of queries and their results, and its import");
    auto arguments = std::make_shared<VerdictArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
