// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace likeness {

/// What the camera wrote into the file (EXIF 2.32, XMP), as far as it is there. Texts are printable UTF-8.
struct PhotoMetadata {
    std::optional<std::int64_t>
        takenAt;        // seconds since 1970-01-01 of the camera's local clock, no zone applied
    std::string camera; // maker and model, the maker not said twice
    std::string lens;
    std::string exposure;    // "1/250 s"
    std::string aperture;    // "f/2.8"
    std::string iso;         // "400"
    std::string focalLength; // "35 mm"
    std::string description;
    std::string place;                 // as someone wrote it in: "Belém, Lisbon, Portugal"
    std::vector<std::string> keywords; // see keywordsOf
    std::optional<double> latitude;    // degrees, north and east positive
    std::optional<double> longitude;
};

/// Reads with Exiv2; never touches pixels. A file without metadata gives an empty PhotoMetadata; so does a
/// damaged metadata block, since it says nothing about the pixels. FileNotFound, FileNotReadable.
Result<PhotoMetadata> readMetadata(const std::filesystem::path& file);

} // namespace likeness
