// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/photo.h"
#include "core/library/scan_plan.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace likeness {

/// What a scan has to know of a photo that the library has.
struct KnownPhoto {
    PhotoId id;
    FileStamp stamp;
    PhotoState state = PhotoState::Pending;
    bool missing = false;
    bool seen = false; // by this scan
};

/// The photos of a scan's target, looked up by path. Paths are kept as 128-bit hashes: 56 bytes a photo.
class KnownPhotos {
public:
    static Result<KnownPhotos> load(const Database& database, const ScanTarget& target);

    /// The photo of that path below the root, or null; valid as long as this object.
    KnownPhoto* find(const std::filesystem::path& relativePath);

    /// Those that the scan didn't come across.
    std::vector<KnownPhoto> unseen() const;

private:
    struct Key {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        auto operator<=>(const Key&) const = default;
    };
    struct Entry {
        Key key;
        KnownPhoto photo;
    };
    static Key keyOf(const std::filesystem::path& relativePath);

    std::vector<Entry> entries_; // by key
};

} // namespace likeness
