// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// How pixels become the network's input: RGB, squashed to width x height, (value - mean) * scale.
struct InputSpec {
    std::string name;
    int width = 0;
    int height = 0;
    std::array<float, 3> mean{};
    float scale = 1.0F;
};

/// Of the numbers that a pass computes with. Maps of different precisions differ by so much that their codes
/// are not compared.
enum class Precision { F32, Bf16 };

/// "f32", "bf16": as fingerprints, libraries and the command line write them.
std::string_view precisionName(Precision precision);
/// F32 where the name is none.
Precision precisionFromName(std::string_view name);

struct MapSpec {
    std::string name; // the ONNX output
    int channels = 0;
    int height = 0;
    int width = 0;
};

/// A network with everything needed to use it, as its manifest.json describes it.
struct ModelPack {
    std::string name;
    std::string title;
    std::filesystem::path networkFile;
    std::string networkSha256;
    InputSpec input;
    MapSpec stride16;
    MapSpec stride32;
    Precision precision = Precision::F32;                   // not of the manifest: a choice for a library
    float gemPower = 3.0F;                                  // p of the global descriptor's GeM pooling
    std::map<std::string, std::filesystem::path> codebooks; // by role; "default" is what a new library takes
    std::string licence;                                    // SPDX
    std::string attribution;

    /// Length of the global descriptor.
    int descriptorLength() const { return stride32.channels; }

    /// Names the network and its precision: descriptors under different names are never compared. The
    /// network's SHA-256 alone for F32.
    std::string descriptorSource() const;
};

/// Reads the folder's manifest.json and verifies the network's SHA-256.
/// PackNotFound, PackInvalid (says which entry), PackDamaged.
Result<ModelPack> loadModelPack(const std::filesystem::path& folder);

/// Where packs are looked for, in this order: LIKENESS_MODELS in the environment, share/likeness/models
/// beside the program's bin folder, the source tree that the program was built from.
std::vector<std::filesystem::path> modelPackFolders();

/// Loads the first pack of that name. PackNotFound names the folders searched.
Result<ModelPack> findModelPack(std::string_view name);

/// Every pack in those folders, by name; of two of a name the first, as findModelPack() takes it. Those that
/// can't be used are left out, with a warning in the log.
std::vector<ModelPack> installedModelPacks();

/// The pack that a new library takes.
inline constexpr std::string_view defaultPackName = "efficientnet-lite2-384";

} // namespace likeness
