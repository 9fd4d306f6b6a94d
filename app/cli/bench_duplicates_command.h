// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace likeness::cli {

/// `bench duplicates`, a sub-command of bench.
Command benchDuplicatesCommand(CLI::App& bench);

} // namespace likeness::cli
