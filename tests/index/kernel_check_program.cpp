// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the kernels of the processor that it is built for; fails where `argv[1]` isn't the fastest of them.
#include "tests/index/kernel_checks.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace likeness;
    for (const HammingKernels* kernels : availableKernels()) {
        const std::string difference = testing::firstDisagreement(*kernels);
        std::cout << kernels->name << ": " << (difference.empty() ? "agrees" : difference) << '\n';
        if (!difference.empty())
            return 1;
    }
    return argc == 2 && hammingKernels().name == argv[1] ? 0 : 1;
}
