// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"

#include <functional>

namespace CLI {
class App;
}

namespace likeness::cli {

/// A sub-command: how it is typed, and what it does. `run` returns the exit code.
struct Command {
    CLI::App* syntax;
    std::function<int(const GlobalOptions&)> run;
};

// Each declares its sub-command in the program's syntax.
Command indexCommand(CLI::App& program);
Command queryCommand(CLI::App& program);
Command statusCommand(CLI::App& program);
Command problemsCommand(CLI::App& program);
Command evaluateCommand(CLI::App& program);
Command benchCommand(CLI::App& program);
Command duplicatesCommand(CLI::App& program);
Command tagCommand(CLI::App& program);
Command verdictsCommand(CLI::App& program);
Command checkCommand(CLI::App& program);
Command backupCommand(CLI::App& program);
Command restoreCommand(CLI::App& program);
Command removeCommand(CLI::App& program);
Command tagsCommand(CLI::App& program);
Command photosCommand(CLI::App& program);
Command rateCommand(CLI::App& program);
Command labelCommand(CLI::App& program);
Command remarksCommand(CLI::App& program);
Command excludeCommand(CLI::App& program);
Command relinkCommand(CLI::App& program);
Command caseCommand(CLI::App& program);
Command reportCommand(CLI::App& program);
Command trainCommand(CLI::App& program);

} // namespace likeness::cli
