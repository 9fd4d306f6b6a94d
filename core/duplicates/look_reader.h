// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/duplicates/photo_look.h"
#include "core/image/decoder.h"
#include "core/library/photo.h"
#include "core/library/thumbnail_cache.h"

#include <cstddef>
#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace likeness {

/// Reads photos at thumbnail size: from the library's thumbnails, or by decoding where there is none. Belongs
/// to one thread.
class LookReader {
public:
    explicit LookReader(const std::filesystem::path& libraryFile, DecodeLimits limits = {});

    /// Errors of Decoder.
    Result<GrayImage> read(const Photo& photo) const;

private:
    std::optional<ThumbnailCache> thumbnails_;
    Decoder decoder_;
};

/// The looks that were used last. Thread-safe.
class LookCache {
public:
    explicit LookCache(std::size_t capacity) : capacity_(capacity) {}

    /// Null where the photo can't be read (any more).
    std::shared_ptr<const PhotoLook> look(const Photo& photo, const LookReader& reader);

private:
    using Entry = std::pair<PhotoId, std::shared_ptr<const PhotoLook>>;
    std::shared_ptr<const PhotoLook> find(PhotoId photo);
    std::shared_ptr<const PhotoLook> keep(PhotoId photo, std::shared_ptr<const PhotoLook> look);

    const std::size_t capacity_;
    std::mutex mutex_;
    std::list<Entry> entries_; // the one used last is first
    std::unordered_map<PhotoId, std::list<Entry>::iterator> places_;
};

} // namespace likeness
