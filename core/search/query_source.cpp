// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_source.h"

#include "core/features/pooling.h"
#include "core/library/code_repository.h"
#include "core/library/content_hash.h"
#include "core/library/photo_repository.h"
#include "core/search/timed.h"

#include <xxhash.h>

namespace likeness {
namespace {

/// Photos kept: the query, and some that it is compared with.
constexpr std::size_t mostKept = 4;

/// Pixels of the shorter side of a photo that boxes are cut from: a box of a third of the photo still fills
/// the network's input.
constexpr int sidesForBoxes = 3;

std::string keyOf(const Image& image) {
    const XXH128_hash_t hash = XXH3_128bits(image.rgb.data(), image.rgb.size());
    return "pixels " + std::to_string(image.width) + ' ' + std::to_string(hash.high64) + ' ' +
           std::to_string(hash.low64);
}

/// A file that changes is another photo.
std::string keyOf(const std::filesystem::path& file) {
    const auto stamp = stampOf(file);
    return "file " + file.native() + ' ' +
           (stamp ? std::to_string(stamp->bytes) + ' ' + std::to_string(stamp->modifiedNs) : std::string());
}

} // namespace

Result<QuantisedDescriptor> QuerySource::descriptor(const QueryPhoto& photo, SearchTiming& timing) const {
    if (const auto* id = std::get_if<PhotoId>(&photo))
        return timed(timing.decode,
                     [&] { return CodeRepository(database_, recipe_.fingerprint()).descriptor(*id); });
    Image decoded;
    if (const auto* file = std::get_if<std::filesystem::path>(&photo)) {
        auto image = decode(*file, recipe_.pack().input.width, timing);
        if (!image)
            return image.error();
        decoded = *std::move(image);
    }
    const auto* pixels = std::get_if<Image>(&photo);
    const auto maps = run(pixels != nullptr ? *pixels : decoded, timing);
    if (!maps)
        return maps.error();
    return timed(timing.encode, [&] { return quantise(gemPool(maps->stride32, recipe_.pack().gemPower)); });
}

Result<std::shared_ptr<const OpenedPhoto>> QuerySource::open(const QueryPhoto& photo, SearchTiming& timing) {
    const auto* pixels = std::get_if<Image>(&photo);
    Result<std::filesystem::path> file = std::filesystem::path();
    if (pixels == nullptr)
        file = fileOf(photo);
    if (!file)
        return file.error();
    const std::string key = pixels != nullptr ? keyOf(*pixels) : keyOf(*file);
    if (auto known = kept(key))
        return known;
    auto image = pixels != nullptr ? Result<Image>(*pixels)
                                   : decode(*file, sidesForBoxes * recipe_.pack().input.width, timing);
    if (!image)
        return image.error();
    auto maps = run(*image, timing);
    if (!maps)
        return maps.error();
    auto opened = std::make_shared<const OpenedPhoto>(OpenedPhoto{*std::move(image), *std::move(maps)});
    kept_.push_front({key, opened});
    if (kept_.size() > mostKept)
        kept_.pop_back();
    return opened;
}

Result<FeatureMaps> QuerySource::run(const Image& image, SearchTiming& timing) const {
    return timed(timing.network, [&] { return backbone_->run(image); });
}

Result<std::optional<PhotoId>> QuerySource::self(const QueryPhoto& photo) const {
    if (const auto* id = std::get_if<PhotoId>(&photo))
        return std::optional(*id);
    const auto* file = std::get_if<std::filesystem::path>(&photo);
    if (file == nullptr)
        return std::optional<PhotoId>();
    const auto known = PhotoRepository(database_).photoOfFile(*file);
    if (!known)
        return known.error();
    const auto stamp = stampOf(*file);
    if (!*known || !stamp || *stamp != (*known)->stamp)
        return std::optional<PhotoId>();
    return std::optional((*known)->id);
}

Result<std::filesystem::path> QuerySource::fileOf(const QueryPhoto& photo) const {
    const auto* id = std::get_if<PhotoId>(&photo);
    if (id == nullptr)
        return std::get<std::filesystem::path>(photo);
    const auto known = PhotoRepository(database_).photo(*id);
    if (!known)
        return known.error();
    return known->file;
}

Result<Image> QuerySource::decode(const std::filesystem::path& file, int side, SearchTiming& timing) const {
    auto photo = timed(timing.decode, [&] { return decoder_.decodeForNetwork(file, side); });
    if (!photo)
        return photo.error();
    return std::move(photo->image);
}

std::shared_ptr<const OpenedPhoto> QuerySource::kept(const std::string& key) const {
    for (const Kept& one : kept_)
        if (one.key == key)
            return one.photo;
    return nullptr;
}

} // namespace likeness
