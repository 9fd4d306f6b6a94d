// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_kernels.h"

namespace likeness {

std::vector<const HammingKernels*> availableKernels() {
    std::vector<const HammingKernels*> available;
    for (const HammingKernels* kernels : {avx512Kernels(), avx2Kernels(), neonKernels(), &portableKernels()})
        if (kernels != nullptr)
            available.push_back(kernels);
    return available;
}

const HammingKernels& hammingKernels() {
    static const HammingKernels& fastest = *availableKernels().front();
    return fastest;
}

} // namespace likeness
