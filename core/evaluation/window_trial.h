// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/temporary_folder.h"
#include "core/evaluation/experiment_control.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/library/database.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace likeness {

/// What windows are encoded with in a trial.
struct WindowTrialOrder {
    Granularity granularity = Granularity::Region; // Region or Part
    std::string method;                            // of trainableMethods; "deep" learns without labels
    int bits = 256;
    std::uint64_t seed = 1;
    std::vector<PhotoId> learned; // photos whose windows are learned from; empty: all
};

/// A library's photos with codes of windows by another codebook, to be measured and thrown away: a copy of
/// the library, in a temporary folder, goes with the object. The library itself is only read.
class WindowTrial {
public:
    /// Share done, 0 to 1; one call at a time, on any thread.
    using Progress = std::function<void(double)>;

    /// Trains the codebook, and encodes all photos with it: those that are learned from are decoded and go
    /// through the network twice, the others once. `pack` has the pack's own codebooks. Cancelled, DiskFull;
    /// errors of sampleWindows, trainWindowCodebook and Indexer.
    static Result<std::unique_ptr<WindowTrial>> make(const Database& library, const Recipe& pack,
                                                     const WindowTrialOrder& order, Engine engine,
                                                     const DecodeLimits& limits, const Progress& progress,
                                                     ExperimentControl& control);

    const Database& database() const { return *database_; }
    const std::shared_ptr<const Recipe>& recipe() const { return recipe_; }

private:
    WindowTrial() : folder_("likeness-trial") {}
    Result<void> copy(const Database& library);
    Result<void> encode(Engine engine, const DecodeLimits& limits, const Progress& progress,
                        ExperimentControl& control);

    TemporaryFolder folder_;
    std::shared_ptr<const Recipe> recipe_;
    std::optional<Database> database_;
};

} // namespace likeness
