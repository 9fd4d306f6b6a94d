// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/features/feature_map.h"
#include "core/features/quantised_descriptor.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/image/orientation.h"
#include "core/library/database.h"
#include "core/search/search_request.h"
#include "core/search/search_result.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace likeness {

/// A query photo in memory: its pixels, large enough for crops, and what the network makes of the whole.
struct OpenedPhoto {
    Image image;
    FeatureMaps maps;
};

/// Opens the photos that queries start from. Keeps the last few in memory, so that a box that is moved needs
/// no decoding. Not thread-safe, as its database and backbone are.
class QuerySource {
public:
    /// All outlive the source; `backbone` may be null where only stored descriptors are asked for.
    QuerySource(const Database& database, const Recipe& recipe, Backbone* backbone, DecodeLimits limits)
        : database_(database), recipe_(recipe), backbone_(backbone), decoder_(limits) {}

    /// The global descriptor: the stored one of a photo of the library, else by decoding and a network pass.
    /// Errors of Decoder and Backbone, PhotoUnknown, PhotoNotIndexed, LibraryFailed.
    Result<QuantisedDescriptor> descriptor(const QueryPhoto& photo, SearchTiming& timing) const;

    /// Pixels and maps, also of photos of the library. The same errors.
    Result<std::shared_ptr<const OpenedPhoto>> open(const QueryPhoto& photo, SearchTiming& timing);

    /// One pass of the network. NetworkFailed.
    Result<FeatureMaps> run(const Image& image, SearchTiming& timing) const;

    /// The query as a photo of the library, where it is one and its file has not changed since.
    Result<std::optional<PhotoId>> self(const QueryPhoto& photo) const;

private:
    struct Kept {
        std::string key;
        std::shared_ptr<const OpenedPhoto> photo;
    };
    Result<std::filesystem::path> fileOf(const QueryPhoto& photo) const;
    Result<Image> decode(const std::filesystem::path& file, int side, SearchTiming& timing) const;
    std::shared_ptr<const OpenedPhoto> kept(const std::string& key) const;

    const Database& database_;
    const Recipe& recipe_;
    Backbone* backbone_;
    Decoder decoder_;
    std::deque<Kept> kept_;
};

} // namespace likeness
