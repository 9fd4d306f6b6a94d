// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/look_reader.h"

#include "core/image/thumbnail.h"

namespace likeness {

LookReader::LookReader(const std::filesystem::path& libraryFile, DecodeLimits limits) : decoder_(limits) {
    if (auto opened = ThumbnailCache::open(libraryFile))
        thumbnails_.emplace(std::move(*opened));
}

Result<GrayImage> LookReader::read(const Photo& photo) const {
    if (thumbnails_)
        if (const auto jpeg = thumbnails_->find(photo.id, photo.stamp); jpeg && *jpeg)
            if (const auto image = decodeThumbnail(**jpeg))
                return toGray(*image);
    const auto decoded = decoder_.decodeToFit(photo.file, thumbnailSide);
    if (!decoded)
        return decoded.error();
    return toGray(decoded->image);
}

std::shared_ptr<const PhotoLook> LookCache::look(const Photo& photo, const LookReader& reader) {
    if (auto known = find(photo.id))
        return known;
    auto image = reader.read(photo);
    if (!image)
        return nullptr;
    return keep(photo.id, std::make_shared<const PhotoLook>(std::move(*image)));
}

std::shared_ptr<const PhotoLook> LookCache::find(PhotoId photo) {
    const std::lock_guard lock(mutex_);
    const auto place = places_.find(photo);
    if (place == places_.end())
        return nullptr;
    entries_.splice(entries_.begin(), entries_, place->second);
    return place->second->second;
}

std::shared_ptr<const PhotoLook> LookCache::keep(PhotoId photo, std::shared_ptr<const PhotoLook> look) {
    const std::lock_guard lock(mutex_);
    if (const auto place = places_.find(photo); place != places_.end())
        return place->second->second; // another thread was faster
    entries_.emplace_front(photo, look);
    places_.emplace(photo, entries_.begin());
    if (entries_.size() > capacity_) {
        places_.erase(entries_.back().first);
        entries_.pop_back();
    }
    return look;
}

} // namespace likeness
