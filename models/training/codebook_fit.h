// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/model_pack.h"
#include "core/hashing/codebook.h"
#include "models/training/descriptor_cache.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace likeness::training {

struct FitOptions {
    int bits = 256;
    std::uint64_t seed = 1;
    // All components and little whitening: what generalises best to sets left out of the fitting.
    int whiteningDimensions = 1280;
    double whiteningPower = 0.25; // see fitWhitening
};

/// Encoder and whitening from all samples but those of the set `without`; calibrations are still missing.
/// TrainingDataTooFew, InvalidArgument.
Result<Codebook> fitCodebook(const std::vector<Sample>& samples, const ModelPack& pack,
                             const FitOptions& options, std::string_view without = {});

/// An encoder for windows: regions from random regions and all that fitCodebook() takes, parts from random
/// spots. The calibrations are guesses. The same errors.
Result<Codebook> fitWindowCodebook(const std::vector<Sample>& samples, const ModelPack& pack,
                                   Granularity granularity, const FitOptions& options,
                                   std::string_view without = {});

/// Calibrates all scores on the labelled sets: is a photo of the same class? On all pairs of different photos
/// of each set; every set weighs the same.
/// The set `without` is left out.
void calibrate(Codebook& codebook, const std::vector<Sample>& samples, const ModelPack& pack,
               std::string_view without = {});

} // namespace likeness::training
