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

    /// Returns the photos that didn't have it before. InvalidArgument where nothing is left of the name.
    Result<std::vector<PhotoId>> add(std::string_view name, std::span<const PhotoId> photos) const;
    /// Returns the photos that had it. A tag that also stands in a photo's metadata doesn't come back until
    /// the file's content changes.
    Result<std::vector<PhotoId>> remove(std::string_view name, std::span<const PhotoId> photos) const;

    /// Of all photos that have the tag, or one below it ("Places/Paris" of "Places"): each such tag gets the
    /// other name in its place. Where there is one of that name, both become one. Returns how many photos.
    /// InvalidArgument where nothing is left of a name.
    Result<std::int64_t> rename(std::string_view from, std::string_view to) const;
    /// Takes the tag, and those below it, from all photos. Returns how many.
    Result<std::int64_t> removeEverywhere(std::string_view name) const;

private:
    const Database& database_;
};

} // namespace likeness
