// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/photo.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace SQLite {
class Database;
}

namespace likeness {

struct Thumbnail {
    PhotoId photo;
    FileStamp stamp; // of the file that it was made from
    Bytes jpeg;
};

/// Thumbnails of a library's photos in "<library>-thumbnails", a database of its own that can be deleted at
/// any time: it is made anew, and a damaged one is replaced. One connection, for one thread.
class ThumbnailCache {
public:
    /// Where the folder can't be written the cache lives in memory. LibraryFailed, DiskFull.
    static Result<ThumbnailCache> open(const std::filesystem::path& libraryFile);

    ~ThumbnailCache();
    ThumbnailCache(ThumbnailCache&&) noexcept;
    ThumbnailCache& operator=(ThumbnailCache&&) noexcept;
    ThumbnailCache(const ThumbnailCache&) = delete;
    ThumbnailCache& operator=(const ThumbnailCache&) = delete;

    /// JPEG bytes; empty where there is none, or one of an older version of the file. Damage that is met only
    /// now is LibraryDamaged; the next open() then makes the cache anew.
    Result<std::optional<Bytes>> find(PhotoId photo, const FileStamp& stamp) const;
    /// All in one transaction.
    Result<void> put(std::span<const Thumbnail> thumbnails);

private:
    explicit ThumbnailCache(std::unique_ptr<SQLite::Database> handle);
    std::unique_ptr<SQLite::Database> handle_;
};

} // namespace likeness
