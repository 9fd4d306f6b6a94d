// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/model_pack.h"
#include "core/features/pooling.h"
#include "core/hashing/affine_map.h"
#include "core/hashing/encoder.h"

#include <filesystem>
#include <memory>
#include <string>

namespace likeness {

/// Logistic map from a re-ranking score to the similarity a person sees: 1 / (1 + exp(-(slope * score +
/// offset))).
struct Calibration {
    double slope = 0.0;
    double offset = 0.0;

    /// 0 to 1.
    double similarity(double score) const;
};

/// Everything learned that turns a pack's global descriptor into what is stored and compared.
///
/// File: the 8 bytes "LIKENCB1", a 32-bit little-endian length, that many bytes of JSON (method, bits, the
/// network's SHA-256, what it was fitted on, calibration, name and shape of each tensor), the tensors as
/// little-endian 32-bit floats in that order, and the SHA-256 of all bytes before it.
struct Codebook {
    std::shared_ptr<const Encoder> encoder; // descriptor -> code
    AffineMap whitening; // descriptor -> partly whitened principal components, for re-ranking
    Calibration calibration;
    std::string networkSha256; // the network whose descriptors it understands
    std::string fittedOn;      // for people: data and number of samples
    std::string checksum;      // the file's, hexadecimal; empty before it was saved

    /// The descriptor as re-ranking compares it: whitened, L2 norm 1.
    Descriptor rerankVector(std::span<const float> descriptor) const;
};

/// CodebookUnreadable, CodebookDamaged, and CodebookForeign where it was made for another network than the
/// pack's.
Result<Codebook> loadCodebook(const std::filesystem::path& file, const ModelPack& pack);

/// Writes atomically and returns the codebook with its checksum. FileNotWritable, DiskFull.
Result<Codebook> saveCodebook(const Codebook& codebook, const std::filesystem::path& file);

} // namespace likeness
