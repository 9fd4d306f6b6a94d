// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/granularity.h"
#include "core/base/result.h"
#include "core/features/model_pack.h"
#include "core/features/pooling.h"
#include "core/hashing/affine_map.h"
#include "core/hashing/calibration.h"
#include "core/hashing/encoder.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace likeness {

/// Everything learned that turns descriptors of one granularity into what is stored and compared.
///
/// File: the 8 bytes "LIKENCB2", a 32-bit little-endian length, that many bytes of JSON (granularity, method,
/// bits, the network's SHA-256, what it was fitted on, calibrations, name and shape of each tensor), the
/// tensors as little-endian 32-bit floats in that order, and the SHA-256 of all bytes before it. The
/// encoder's tensors come first, then "whitening.mean" and "whitening.weights" where there is a whitening.
struct Codebook {
    Granularity granularity = Granularity::Global;
    std::shared_ptr<const Encoder> encoder; // descriptor -> code
    /// Descriptor -> partly whitened principal components, for re-ranking. Null in the files of region and
    /// part codebooks and of those trained on a library, which take that of the pack's default codebook.
    std::shared_ptr<const AffineMap> whitening;
    Calibrations calibrations;
    std::string networkSha256;      // the network whose descriptors it understands
    std::string fittedOn;           // for people: data and number of samples
    std::string checksum{};         // the file's, hexadecimal; empty before it was saved
    std::string encodingChecksum{}; // of what makes codes and vectors alone: another calibration keeps it
    std::string whiteningOf{};      // encodingChecksum of the codebook that a whitening was borrowed from

    /// The descriptor as re-ranking compares it: whitened (as it is without a whitening), L2 norm 1.
    Descriptor rerankVector(std::span<const float> descriptor) const;
};

/// Length of the descriptors that the codebooks of a pack encode: parts join both maps.
int descriptorLength(const ModelPack& pack, Granularity granularity);

/// The bytes of a codebook file. The same codebook gives the same bytes.
Bytes toBytes(const Codebook& codebook);

/// The codebook with both its checksums; `file` is its toBytes().
Codebook withChecksums(Codebook codebook, std::span<const std::byte> file);

/// A codebook from the bytes of its file; `name` is what errors call it.
/// CodebookUnreadable, CodebookDamaged, and CodebookForeign where it was made for another network than the
/// pack's.
Result<Codebook> codebookFromBytes(std::span<const std::byte> bytes, const ModelPack& pack,
                                   const std::string& name);

/// The errors of codebookFromBytes; CodebookUnreadable also where the file can't be read.
Result<Codebook> loadCodebook(const std::filesystem::path& file, const ModelPack& pack);

/// Writes atomically and returns the codebook with its checksums. FileNotWritable, DiskFull.
Result<Codebook> saveCodebook(const Codebook& codebook, const std::filesystem::path& file);

} // namespace likeness
