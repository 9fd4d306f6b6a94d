// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/training_loading.h"

#include "core/base/path_text.h"
#include "core/library/descriptor_repository.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace likeness {
namespace {

/// Of more than `most`, a random choice, by id.
std::vector<PhotoId> choose(std::vector<PhotoId> photos, const TrainingLoadOptions& options) {
    const auto most = static_cast<std::size_t>(options.most);
    if (photos.size() <= most)
        return photos;
    std::mt19937_64 random(options.seed);
    for (std::size_t i = 0; i < most; ++i)
        std::swap(photos[i], photos[i + random() % (photos.size() - i)]);
    photos.resize(most);
    std::ranges::sort(photos);
    return photos;
}

Result<std::vector<PhotoId>> photosToLearnFrom(const Database& database, const ModelPack& pack) {
    auto photos = DescriptorRepository(database).photos(pack.descriptorSource());
    if (photos && photos->empty())
        return makeError(ErrorCode::LibraryEmpty, {pathText(database.file())});
    return photos;
}

/// The descriptors of the photos, and which photos those are.
struct Loaded {
    TrainingData data;
    std::vector<PhotoId> photos;
};

Result<Loaded> load(const Database& database, const ModelPack& pack, const std::vector<PhotoId>& photos) {
    auto descriptors = DescriptorRepository(database).descriptors(photos, pack.descriptorSource());
    if (!descriptors)
        return descriptors.error();
    Loaded loaded;
    loaded.data.length = pack.descriptorLength();
    for (const auto& [photo, stored] : *descriptors) {
        const Descriptor vector = dequantise(stored);
        if (static_cast<int>(vector.size()) != loaded.data.length)
            continue;
        loaded.data.values.insert(loaded.data.values.end(), vector.begin(), vector.end());
        loaded.photos.push_back(photo);
    }
    loaded.data.description = std::to_string(loaded.photos.size()) + " photos of a library";
    return loaded;
}

} // namespace

Result<TrainingData> loadTrainingData(const Database& database, const ModelPack& pack,
                                      const TrainingLoadOptions& options) {
    auto photos = photosToLearnFrom(database, pack);
    if (!photos)
        return photos.error();
    auto loaded = load(database, pack, choose(*std::move(photos), options));
    if (!loaded)
        return loaded.error();
    return std::move(loaded->data);
}

Result<TrainingData> loadTrainingData(const Database& database, const ModelPack& pack,
                                      const TrainingLoadOptions& options,
                                      const std::unordered_map<PhotoId, LabelSet>& labels) {
    auto photos = photosToLearnFrom(database, pack);
    if (!photos)
        return photos.error();
    std::erase_if(*photos, [&labels](PhotoId photo) { return !labels.contains(photo); });
    if (photos->empty())
        return makeError(ErrorCode::NoLabels, {pathText(database.file())});
    auto loaded = load(database, pack, choose(*std::move(photos), options));
    if (!loaded)
        return loaded.error();
    TrainingData data = std::move(loaded->data);
    std::set<int> different;
    for (const PhotoId photo : loaded->photos) {
        data.labels.push_back(labels.at(photo));
        different.insert(data.labels.back().begin(), data.labels.back().end());
    }
    data.description += " with " + std::to_string(different.size()) + " labels";
    return data;
}

} // namespace likeness
