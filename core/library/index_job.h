// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/features/quantised_descriptor.h"
#include "core/hashing/recipe.h"
#include "core/library/photo.h"
#include "core/library/todo_list.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace likeness {

/// What a worker gets to do.
struct IndexJob {
    Todo todo;
    std::filesystem::path file;
    /// As stored, where both are there for the network in use, and the codes of regions and parts too: makes
    /// decoding needless.
    struct Stored {
        ContentHash contentHash{};
        QuantisedDescriptor descriptor;
    };
    std::optional<Stored> stored;
};

/// A photo that was decoded and went through the network.
struct IndexedPhoto {
    FileStamp stamp;
    ContentHash contentHash{};
    int width = 0;
    int height = 0;
    std::string format;
    std::optional<std::int64_t> takenAt;
    std::string camera;
    std::string place;                 // see PhotoMetadata::place
    std::vector<std::string> keywords; // of the file; they become tags
    PhotoCodes codes;
    PhotoWindows windows;
    Bytes thumbnail; // JPEG; empty where it could not be made
};

/// A photo whose codes were made from its stored descriptor.
struct ReencodedPhoto {
    std::optional<FileStamp> stamp; // where the file has a new one, with the old content
    PhotoCodes codes;
};

/// A photo that can't be read.
struct UnreadablePhoto {
    FileStamp stamp;
    Error error;
};

/// A photo whose file went away after the scan saw it.
struct GonePhoto {};

/// What a worker made of a job.
struct IndexResult {
    PhotoId photo;
    std::variant<IndexedPhoto, ReencodedPhoto, UnreadablePhoto, GonePhoto> outcome;
};

} // namespace likeness
