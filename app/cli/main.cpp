// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

namespace likeness::cli {
namespace {

/// The arguments in the order that CLI11 wants, last first. A name like "[2021]" gets "./" in front: CLI11
/// would take it for a list.
std::vector<std::string> argumentsForParser(int count, char** values) {
    std::vector<std::string> arguments(values + std::min(count, 1), values + count);
    for (std::string& argument : arguments)
        if (argument.starts_with('['))
            argument.insert(0, "./");
    std::reverse(arguments.begin(), arguments.end());
    return arguments;
}

int parseAndRun(int count, char** values) {
    CLI::App program("Finds photos that are alike.", "likeness-cli");
    program.set_version_flag("--version", "likeness-cli " LIKENESS_VERSION);
    program.footer(exitCodesHelp);
    program.fallthrough();
    program.require_subcommand(0, 1);
    const GlobalArguments globalArguments(program);
    const std::vector<Command> commands{
        indexCommand(program),    queryCommand(program),      statusCommand(program),
        problemsCommand(program), evaluateCommand(program),   benchCommand(program),
        trainCommand(program),    duplicatesCommand(program), tagCommand(program),
        tagsCommand(program),     verdictsCommand(program),   checkCommand(program),
        backupCommand(program),   restoreCommand(program),    removeCommand(program),
        caseCommand(program),     reportCommand(program),     photosCommand(program),
        rateCommand(program),     labelCommand(program),      remarksCommand(program),
        excludeCommand(program),  relinkCommand(program)};
    try {
        program.parse(argumentsForParser(count, values));
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? Success : WrongUsage;
    }
    for (const Command& command : commands)
        if (command.syntax->parsed())
            return command.run(globalArguments.options());
    printNote(program.help());
    return WrongUsage;
}

} // namespace
} // namespace likeness::cli

int main(int count, char** values) {
    using namespace likeness;
    cli::surviveBrokenPipe();
    try {
        const int code = cli::parseAndRun(count, values);
        if (!cli::outputWasLost())
            return code;
        cli::printNote("likeness-cli: The output could not be written. Is the disk full?");
    } catch (const std::exception& error) {
        cli::printNote(std::string("likeness-cli: ") + error.what());
    }
    return cli::Failure;
}
