// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/photo.h"

#include <filesystem>
#include <optional>
#include <unordered_set>

namespace likeness {

/// A photo that now lies in another place.
struct MovedPhoto {
    PhotoId id;
    PhotoState state = PhotoState::Pending;
    bool wasMissing = false;
};

/// Recognises a file in a new place as a photo that the library knows: same size, same content, and its old
/// file is gone. Reads the file's content only where some photo of that size is gone.
class MoveFinder {
public:
    explicit MoveFinder(const Database& database) : database_(database) {}

    /// No photo is given twice. LibraryFailed.
    Result<std::optional<MovedPhoto>> find(const std::filesystem::path& file, const FileStamp& stamp);

private:
    bool mayHaveMoved(std::int64_t bytes) const;
    std::optional<MovedPhoto> findContent(std::int64_t bytes, const ContentHash& hash);

    const Database& database_;
    std::unordered_set<PhotoId> given_;
};

} // namespace likeness
