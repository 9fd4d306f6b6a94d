// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/database.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

struct TagCount {
    std::string name;
    std::int64_t photos = 0; // that have it themselves: "Places/Paris" doesn't count for "Places"
};

/// One tag of one photo.
struct PhotoTag {
    PhotoId photo;
    std::string name;
    bool operator==(const PhotoTag&) const = default;
};

/// Tags of photos: given by the user, or taken over from the photos' metadata while indexing (TagWriter).
/// They belong to photo ids, so that they survive moves; nothing is ever written to a photo. Names are made
/// by tagName. Used on the thread of its Database, which outlives it. Every function may fail with
/// LibraryFailed or LibraryDamaged; those that write also with DiskFull or LibraryReadOnly.
class TagRepository {
public:
    explicit TagRepository(const Database& database) : database_(database) {}

    /// All tags that a photo has, by name.
    Result<std::vector<TagCount>> tags() const;
    /// By name.
    Result<std::vector<std::string>> tagsOf(PhotoId photo) const;
    /// By photo, then by name.
    Result<std::vector<PhotoTag>> photoTags() const;

    /// InvalidArgument where nothing is left of the name.
    Result<void> add(std::string_view name, std::span<const PhotoId> photos) const;
    /// A tag that also stands in the photo's metadata doesn't come back until the file's content changes.
    Result<void> remove(std::string_view name, std::span<const PhotoId> photos) const;

private:
    const Database& database_;
};

} // namespace likeness
