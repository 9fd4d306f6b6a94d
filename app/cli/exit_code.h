// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness::cli {

/// What the program tells its caller. A run that a signal stopped ends with 128 + the signal's number.
enum ExitCode : int {
    Success = 0, // done; photos that can't be read are listed as problems and don't change this
    Failure = 1, // the reason stands on standard error
    WrongUsage = 2,
};

constexpr int exitCodeOfSignal(int signal) {
    return 128 + signal;
}

inline constexpr const char* exitCodesHelp =
    "Exit codes: 0 done (photos that can't be read are listed as problems and don't change it), 1 failed,\n"
    "2 wrong usage, 130 stopped by Ctrl+C (143 by SIGTERM), keeping what was done.";

} // namespace likeness::cli
