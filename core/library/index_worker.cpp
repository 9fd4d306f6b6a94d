// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/index_worker.h"

#include "core/base/log.h"
#include "core/base/path_text.h"
#include "core/image/metadata.h"
#include "core/image/thumbnail.h"
#include "core/library/content_hash.h"

#include <algorithm>
#include <utility>

namespace likeness {
namespace {

IndexResult unreadable(const IndexJob& job, const FileStamp& stamp, Error error) {
    if (error.code == ErrorCode::FileNotFound && isGone(job.file))
        return {job.todo.photo, GonePhoto{}};
    return {job.todo.photo, UnreadablePhoto{stamp, std::move(error)}};
}

/// A photo without a thumbnail is still found; the window decodes it when it is to be shown.
Bytes thumbnailOf(const IndexJob& job, const DecodedPhoto& decoded) {
    auto thumbnail = encodeThumbnail(decoded);
    if (thumbnail)
        return *std::move(thumbnail);
    log(LogLevel::Warning, "No thumbnail of " + pathText(job.file) + ": " + thumbnail.error().text);
    return {};
}

/// Metadata is worth having, but nothing that a photo depends on.
PhotoMetadata metadataOf(const IndexJob& job) {
    auto metadata = readMetadata(job.file);
    if (metadata)
        return *std::move(metadata);
    log(LogLevel::Debug, "No metadata of " + pathText(job.file) + ": " + metadata.error().text);
    return {};
}

} // namespace

IndexWorker::IndexWorker(std::shared_ptr<const Recipe> recipe, Engine engine, DecodeLimits limits)
    : recipe_(std::move(recipe)), engine_(engine), decoder_(limits), opened_{nullptr, engine, {}} {}

Result<IndexResult> IndexWorker::process(const IndexJob& job) {
    if (job.stored && job.todo.file == Todo::File::AsKnown)
        return IndexResult{job.todo.photo,
                           ReencodedPhoto{std::nullopt, recipe_->encodePhoto(job.stored->descriptor)}};
    const auto stamp = stampOf(job.file);
    if (!stamp)
        return unreadable(job, {}, stamp.error());
    if (job.stored) {
        const auto hash = contentHash(job.file);
        if (hash && *hash == job.stored->contentHash)
            return IndexResult{job.todo.photo,
                               ReencodedPhoto{*stamp, recipe_->encodePhoto(job.stored->descriptor)}};
    }
    return index(job, *stamp);
}

Result<IndexResult> IndexWorker::index(const IndexJob& job, const FileStamp& stamp) {
    const InputSpec& input = recipe_->pack().input;
    const auto decoded = decoder_.decodeForNetwork(job.file, std::max(input.width, input.height));
    if (!decoded)
        return unreadable(job, stamp, decoded.error());
    return finish(job, stamp, *decoded);
}

Result<IndexResult> IndexWorker::finish(const IndexJob& job, const FileStamp& stamp,
                                        const DecodedPhoto& decoded) {
    const auto hash = contentHash(job.file);
    if (!hash)
        return unreadable(job, stamp, hash.error());
    const auto maps = runNetwork(decoded.image);
    if (!maps)
        return maps.error();
    PhotoMetadata metadata = metadataOf(job);
    IndexedPhoto photo;
    photo.stamp = stamp;
    photo.contentHash = *hash;
    photo.width = decoded.fullWidth;
    photo.height = decoded.fullHeight;
    photo.format = decoded.format;
    photo.takenAt = metadata.takenAt;
    photo.camera = std::move(metadata.camera);
    photo.place = std::move(metadata.place);
    photo.keywords = std::move(metadata.keywords);
    photo.codes = recipe_->encodePhoto(*maps);
    photo.windows = recipe_->encodeWindows(*maps);
    photo.thumbnail = thumbnailOf(job, decoded);
    return IndexResult{job.todo.photo, std::move(photo)};
}

Result<FeatureMaps> IndexWorker::runNetwork(const Image& image) {
    if (!opened_.backbone) {
        auto opened = openBackbone(recipe_->pack(), engine_);
        if (!opened)
            return opened.error();
        opened_ = *std::move(opened);
    }
    return opened_.backbone->run(image);
}

} // namespace likeness
