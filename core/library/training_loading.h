// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/hashing/codebook_training.h"
#include "core/library/database.h"

#include <cstdint>
#include <unordered_map>

namespace likeness {

struct TrainingLoadOptions {
    int most = 10'000; // photos; of more, a random choice
    std::uint64_t seed = 1;
};

/// The stored descriptors of the library's photos. With labels, of the labelled photos alone.
/// LibraryEmpty where nothing is indexed with the pack's network; NoLabels where there are labels for none.
Result<TrainingData> loadTrainingData(const Database& database, const ModelPack& pack,
                                      const TrainingLoadOptions& options);
Result<TrainingData> loadTrainingData(const Database& database, const ModelPack& pack,
                                      const TrainingLoadOptions& options,
                                      const std::unordered_map<PhotoId, LabelSet>& labels);

} // namespace likeness
