// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/training_input.h"

#include <string>

namespace likeness {

Result<void> checkSamples(const DescriptorMatrix& samples, int needed) {
    if (samples.count < needed)
        return makeError(ErrorCode::TrainingDataTooFew,
                         {std::to_string(samples.count), std::to_string(needed)});
    return {};
}

Result<void> checkTraining(const DescriptorMatrix& samples, int bits) {
    if (auto enough = checkSamples(samples); !enough)
        return enough;
    if (bits < 1 || bits > longestCode)
        return makeError(ErrorCode::InvalidArgument,
                         {"a code has 1 to " + std::to_string(longestCode) + " bits"});
    return {};
}

} // namespace likeness
