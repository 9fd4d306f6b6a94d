// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/photo_id.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace likeness {

/// xxHash3, 128 bits, of a file's bytes: tells that two files are the same one, moved or copied.
using ContentHash = std::array<std::byte, 16>;

/// What a stat() tells, and what decides whether a file changed.
struct FileStamp {
    std::int64_t bytes = 0;
    std::int64_t modifiedNs = 0; // nanoseconds since 1970-01-01
    bool operator==(const FileStamp&) const = default;
};

enum class PhotoState {
    Pending = 0, // found, not yet indexed
    Indexed = 1, // codes of the current fingerprint are stored
    Problem = 2, // can't be read; the problem list says why
};

/// A folder that the user added, with everything below it.
struct Root {
    RootId id;
    std::filesystem::path folder; // absolute
};

/// One photo of a library.
struct Photo {
    PhotoId id;
    RootId root;
    std::filesystem::path file;         // absolute: root folder / relative path
    std::filesystem::path relativePath; // below the root folder
    FileStamp stamp;
    PhotoState state = PhotoState::Pending;
    bool missing = false; // the file was not there at the last look; kept until the user removes it
    int width = 0;        // upright, pixels; 0 before it was decoded
    int height = 0;
    std::string format;
    std::optional<std::int64_t> takenAt; // see PhotoMetadata::takenAt
    std::string camera;
};

/// A file that could not be read, and why.
struct Problem {
    PhotoId photo;
    std::filesystem::path file;
    Error error;
};

} // namespace likeness
