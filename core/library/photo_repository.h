// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/photo.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace likeness {

/// Each photo is counted in `photos` and in one of the other four: a missing one whatever its state.
struct PhotoCounts {
    std::int64_t photos = 0;
    std::int64_t indexed = 0;
    std::int64_t pending = 0;
    std::int64_t problems = 0;
    std::int64_t missing = 0;
};

/// Photos, their folders and their problems, as a reader sees them. Every function may fail with
/// LibraryFailed or LibraryDamaged. Used on the thread of its Database, which outlives it.
class PhotoRepository {
public:
    explicit PhotoRepository(const Database& database) : database_(database) {}

    Result<PhotoCounts> counts() const;
    Result<std::vector<Root>> roots() const;

    /// All photos, by id. With a root, those below it.
    Result<std::vector<Photo>> photos() const;
    Result<std::vector<Photo>> photosIn(RootId root) const;

    /// PhotoUnknown.
    Result<Photo> photo(PhotoId id) const;
    Result<std::vector<Photo>>
    photos(std::span<const PhotoId> ids) const; // in the order of ids; unknown ones left out
    /// The photo of that file, if the library has one.
    Result<std::optional<Photo>> photoOfFile(const std::filesystem::path& file) const;

    /// Files that could not be read, by path.
    Result<std::vector<Problem>> problems() const;

private:
    const Database& database_;
};

} // namespace likeness
