// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/features/model_pack.h"
#include "core/hashing/codebook_training.h"
#include "core/image/decoder.h"
#include "core/library/database.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace likeness {

struct WindowSamplingOptions {
    std::vector<PhotoId> among{}; // windows of these alone; empty: of all photos
    int mostPhotos = 2000;        // of more, a choice that is even over their ids
    int workers = 0;              // threads that decode and run the network; 0: one per core
    std::uint64_t seed = 1;
    Engine engine = Engine::Cpu;
    DecodeLimits limits;
};

/// Descriptors of windows of the library's photos, to train a codebook of regions or parts. Only codes of
/// windows are stored, so the photos are decoded and go through the network. A few random windows of each
/// photo: few of many photos teach more than many of few, so that small libraries give more of each. Regions
/// are pooled as whole photos are, so those teach them, too. Photos that can't be read are left out. The same
/// library and seed give the same descriptors. `progress` hears the share done, 0 to 1, on several threads.
/// LibraryEmpty, NetworkFailed, Cancelled, GranularityMissing where the pack's maps have no windows.
Result<TrainingData> sampleWindows(const Database& database, const ModelPack& pack, Granularity granularity,
                                   const WindowSamplingOptions& options,
                                   const std::function<void(double)>& progress,
                                   const std::stop_token& stop = {});

} // namespace likeness
