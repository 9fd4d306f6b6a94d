// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/features/model_pack.h"
#include "models/training/descriptor_cache.h"
#include "models/training/photo_set.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace likeness::training {

struct ExtractionOptions {
    int cropsPerPhoto = 1; // besides the whole photo
    std::uint64_t seed = 1;
    std::filesystem::path cacheFile; // empty: nothing is kept
    int threads = 2;
    Engine engine = Engine::Cpu; // others give slightly different descriptors
};

/// The descriptors of all photos and of their crops, whole photos first; one network pass each, unless the
/// cache has them. The cache is written every few hundred passes, so an interrupted run goes on where it was.
/// A photo that can't be decoded is left out with a warning in the log. NetworkFailed, FileNotWritable.
Result<std::vector<Sample>> extractDescriptors(const std::vector<TrainingPhoto>& photos,
                                               const ModelPack& pack, const ExtractionOptions& options);

} // namespace likeness::training
