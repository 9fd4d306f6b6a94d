// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/feature_tables.h"

#include "core/base/log.h"
#include "core/image/orientation.h"
#include "core/library/descriptor_repository.h"
#include "core/library/feature_repository.h"
#include "core/search/timed.h"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace likeness {
namespace {

constexpr std::size_t timedPhotos = 9; // the first warms up and doesn't count
constexpr std::size_t batchSize = 256; // features in one transaction
constexpr int sidesForBoxes = 3;       // as the engine decodes photos that boxes are cut from

using Features = std::unordered_map<PhotoId, QuantisedDescriptor>;

std::vector<PhotoId> idsOf(const std::vector<Photo>& photos) {
    std::vector<PhotoId> ids;
    for (const Photo& photo : photos)
        ids.push_back(photo.id);
    return ids;
}

/// What the library holds: descriptors of its networks, or what an earlier experiment left.
Result<Features> storedFeatures(const Database& database, const std::string& kind,
                                const std::vector<Photo>& photos) {
    constexpr std::string_view network = "network/";
    Features features;
    if (kind.starts_with(network)) {
        auto descriptors =
            DescriptorRepository(database).descriptors(idsOf(photos), kind.substr(network.size()));
        if (!descriptors)
            return descriptors.error();
        for (auto& [photo, descriptor] : *descriptors)
            features.emplace(photo, std::move(descriptor));
    }
    auto kept = FeatureRepository(database).features(kind, photos);
    if (kept)
        features.merge(*kept);
    return features; // a library of an older version has no table of them
}

/// A library that can't be written does without.
void keep(const std::filesystem::path& library, const std::string& kind,
          const std::vector<StoredFeature>& features) {
    const auto database = Database::open(library, OpenMode::Write);
    const auto kept = database ? FeatureRepository(*database).put(kind, features) : database.error();
    if (!kept)
        log(LogLevel::Info, "Features were not kept: " + kept.error().text);
}

} // namespace

Result<const FeatureTable*> FeatureTables::table(std::unique_ptr<FeatureExtractor> extractor,
                                                 const Progress& progress) {
    const std::string kind = extractor->kind();
    if (const auto known = tables_.find(kind); known != tables_.end())
        return &known->second;
    FeatureTable table;
    table.extractor = std::move(extractor);
    if (auto done = fillRows(table, progress); !done)
        return done.error();
    if (auto done = fillQueries(table, progress); !done)
        return done.error();
    if (auto done = measure(table); !done)
        return done.error();
    return &tables_.emplace(kind, std::move(table)).first->second;
}

Result<QuantisedDescriptor> FeatureTables::extract(FeatureTable& table, const Photo& photo) const {
    const auto decoded = decoder_.decodeForNetwork(photo.file, table.extractor->side());
    if (!decoded)
        return decoded.error();
    const auto feature = table.extractor->extract(decoded->image);
    return feature ? Result<QuantisedDescriptor>(quantise(*feature)) : feature.error();
}

Result<void> FeatureTables::fillRows(FeatureTable& table, const Progress& progress) {
    const std::string kind = table.extractor->kind();
    auto stored = storedFeatures(database_, kind, set_.photos);
    if (!stored)
        return stored.error();
    std::vector<StoredFeature> made;
    for (const Photo& photo : set_.photos) {
        if (auto known = stored->find(photo.id); known != stored->end()) {
            table.rows.push_back(std::move(known->second));
            continue;
        }
        if (!control_.mayGoOn())
            return makeError(ErrorCode::Cancelled);
        auto feature = extract(table, photo);
        if (!feature)
            return feature.error();
        made.push_back({photo.id, photo.stamp, *feature});
        table.rows.push_back(*std::move(feature));
        if (made.size() == batchSize) {
            keep(database_.file(), kind, made);
            made.clear();
        }
        if (progress)
            progress(static_cast<double>(table.rows.size()) / static_cast<double>(set_.photos.size()));
    }
    if (!made.empty())
        keep(database_.file(), kind, made);
    return {};
}

/// A box is cut out and goes through the extractor as a photo of its own.
Result<void> FeatureTables::fillQueries(FeatureTable& table, const Progress& progress) {
    if (set_.boxes.empty())
        return {};
    Image image;
    std::size_t row = set_.photos.size();
    for (const ExperimentQuery& query : set_.queries) {
        if (!control_.mayGoOn())
            return makeError(ErrorCode::Cancelled);
        if (query.row != row) {
            auto decoded = decoder_.decodeForNetwork(set_.photos[query.row].file,
                                                     sidesForBoxes * table.extractor->side());
            if (!decoded)
                return decoded.error();
            image = std::move(decoded->image);
            row = query.row;
        }
        const auto feature = table.extractor->extract(cropped(image, query.box));
        if (!feature)
            return feature.error();
        table.queries.push_back(quantise(*feature));
        if (progress)
            progress(static_cast<double>(table.queries.size()) / static_cast<double>(set_.queries.size()));
    }
    return {};
}

Result<void> FeatureTables::measure(FeatureTable& table) {
    for (std::size_t i = 0; i < std::min(timedPhotos, set_.photos.size()); ++i) {
        const Photo& photo = set_.photos[i * set_.photos.size() / timedPhotos % set_.photos.size()];
        Milliseconds decodeTime{0};
        Milliseconds extractTime{0};
        const auto decoded =
            timed(decodeTime, [&] { return decoder_.decodeForNetwork(photo.file, table.extractor->side()); });
        if (!decoded)
            return decoded.error();
        const auto feature = timed(extractTime, [&] { return table.extractor->extract(decoded->image); });
        if (!feature)
            return feature.error();
        if (i == 0)
            continue;
        table.decodeMs.push_back(decodeTime.count());
        table.extractMs.push_back(extractTime.count());
    }
    return {};
}

} // namespace likeness
