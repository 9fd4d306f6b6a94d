// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/batch_writer.h"

#include "core/base/log.h"

#include <utility>

namespace likeness {
namespace {

struct Count {
    BatchWriter::Totals& totals;
    void operator()(const IndexedPhoto& /*outcome*/) const { ++totals.indexed; }
    void operator()(const ReencodedPhoto& /*outcome*/) const { ++totals.reencoded; }
    void operator()(const UnreadablePhoto& /*outcome*/) const { ++totals.problems; }
    void operator()(const GonePhoto& /*outcome*/) const { ++totals.gone; }
};

/// Null where the photo got no codes.
const PhotoCodes* codesOf(const IndexResult& result) {
    if (const auto* indexed = std::get_if<IndexedPhoto>(&result.outcome))
        return &indexed->codes;
    if (const auto* reencoded = std::get_if<ReencodedPhoto>(&result.outcome))
        return &reencoded->codes;
    return nullptr;
}

} // namespace

void BatchWriter::add(IndexResult result) {
    std::visit(Count{totals_}, result.outcome);
    if (batch_.empty())
        firstAdded_ = Clock::now();
    batch_.push_back(std::move(result));
}

bool BatchWriter::isDue(Clock::time_point now) const {
    return batch_.size() >= photosPerBatch || (!batch_.empty() && now - firstAdded_ >= longestDelay_);
}

Result<std::vector<PhotoId>> BatchWriter::flush() {
    if (batch_.empty())
        return std::vector<PhotoId>();
    if (auto stored = photos_.store(batch_); !stored)
        return stored.error();
    if (auto stored = storeThumbnails(); !stored)
        return stored.error();
    auto photos = publish();
    batch_.clear();
    return photos;
}

/// Only a full disk is worth ending the run for: all else about thumbnails can be made good later.
Result<void> BatchWriter::storeThumbnails() {
    std::vector<Thumbnail> thumbnails;
    for (IndexResult& result : batch_) {
        auto* photo = std::get_if<IndexedPhoto>(&result.outcome);
        if (photo != nullptr && !photo->thumbnail.empty())
            thumbnails.push_back({result.photo, photo->stamp, std::move(photo->thumbnail)});
    }
    auto stored = thumbnails_.put(thumbnails);
    if (stored || stored.error().code == ErrorCode::DiskFull)
        return stored;
    log(LogLevel::Warning, "Thumbnails could not be kept: " + stored.error().text);
    return {};
}

std::vector<PhotoId> BatchWriter::publish() {
    std::vector<PhotoId> photos;
    std::vector<IndexedCode> codes;
    std::vector<IndexedWindows> regions;
    std::vector<IndexedWindows> parts;
    for (IndexResult& result : batch_) {
        if (const PhotoCodes* made = codesOf(result)) {
            photos.push_back(result.photo);
            codes.push_back({result.photo, made->global});
        }
        if (auto* indexed = std::get_if<IndexedPhoto>(&result.outcome)) {
            regions.push_back({result.photo, std::move(indexed->windows.regions)});
            parts.push_back({result.photo, std::move(indexed->windows.parts)});
        }
    }
    if (indexes_ == nullptr)
        return photos;
    if (isFor(Granularity::Global))
        indexes_->global.put(codes);
    if (isFor(Granularity::Region))
        indexes_->regions.put(regions);
    if (isFor(Granularity::Part))
        indexes_->parts.put(parts);
    return photos;
}

bool BatchWriter::isFor(Granularity granularity) const {
    return indexes_->recipe().fingerprint(granularity) == recipe_.fingerprint(granularity);
}

} // namespace likeness
