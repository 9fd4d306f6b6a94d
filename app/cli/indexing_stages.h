// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"

#include <filesystem>
#include <vector>

namespace likeness::cli {

/// What indexing does with each photo, on one thread as in its workers: medians in milliseconds.
struct IndexingStages {
    double decode = 0;
    double network = 0;
    double global = 0;  // the code of the whole photo
    double windows = 0; // those of all regions and parts, and the choice of spots

    /// How long all granularities take together, compared with the network pass.
    double encodingShare() const { return (global + windows) / network; }
};

/// Each photo once untimed, then once timed. Errors of Decoder and Backbone.
Result<IndexingStages> measureIndexing(const std::vector<std::filesystem::path>& photos, const Recipe& recipe,
                                       Backbone& network, const DecodeLimits& limits);

} // namespace likeness::cli
