// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/features/model_pack.h"
#include "core/features/part_features.h"
#include "core/features/quantised_descriptor.h"
#include "core/features/saliency.h"
#include "core/hashing/codebook.h"
#include "core/hashing/window_codes.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// Names what codes were made with: network, preprocessing, precision and codebook. Codes of different
/// fingerprints are never compared. 32 hexadecimal digits.
using Fingerprint = std::string;

/// What indexing stores of one photo.
struct PhotoCodes {
    HashCode global;
    QuantisedDescriptor rerank;     // whitened, for re-ranking the short list
    QuantisedDescriptor descriptor; // as pooled, for fitting codebooks later without decoding again
};

/// What indexing stores of the windows of one photo. Without codes where the recipe has no codebook for them.
struct PhotoWindows {
    WindowCodes regions;
    WindowCodes parts;
    SaliencyMap saliency;
};

/// A query, before and after hashing.
struct QueryCodes {
    HashCode global;
    std::vector<float> projected; // one real value per bit
    Descriptor rerank;
};

/// How photos become codes: a model pack and a codebook for each granularity. Immutable; shared by all
/// threads.
class Recipe {
public:
    /// `windowCodebooks` are those of regions and parts, at most one each: what has none can't be searched.
    Recipe(ModelPack pack, Codebook global, std::vector<Codebook> windowCodebooks = {});

    const ModelPack& pack() const { return pack_; }
    const Codebook& codebook() const { return codebooks_.at(Granularity::Global); }
    /// Null where the recipe has none.
    const Codebook* codebook(Granularity granularity) const;
    /// Empty where the recipe has no codebook.
    const Fingerprint& fingerprint(Granularity granularity = Granularity::Global) const;

    PhotoCodes encodePhoto(const FeatureMaps& maps) const;
    PhotoWindows encodeWindows(const FeatureMaps& maps) const;
    QueryCodes encodeQuery(const FeatureMaps& maps) const;

    /// The same from stored descriptors: after a change of codebook nothing needs decoding again, and a photo
    /// of the library is queried without opening its file.
    PhotoCodes encodePhoto(const QuantisedDescriptor& descriptor) const;
    QueryCodes encodeQuery(const QuantisedDescriptor& descriptor) const;

private:
    WindowCodes encodeRegions(const PartPooling& pooling) const;
    WindowCodes encodeParts(const PartPooling& pooling, const SaliencyMap& saliency) const;

    ModelPack pack_;
    std::map<Granularity, Codebook> codebooks_;
    std::map<Granularity, Fingerprint> fingerprints_;
};

/// The pack's codebook for a role of its manifest: "default", "region" or "part". Errors of loadCodebook;
/// PackInvalid where the manifest names none.
Result<Codebook> loadPackCodebook(const ModelPack& pack, const std::string& role);

/// The pack with the codebooks that its manifest names. Errors of loadCodebook.
Result<std::shared_ptr<const Recipe>> loadRecipe(const ModelPack& pack);

/// The same with the network in another precision, which is another fingerprint.
std::shared_ptr<const Recipe> recipeIn(Precision precision, const Recipe& recipe);

/// That of defaultPackName. Errors of findModelPack and loadRecipe.
Result<std::shared_ptr<const Recipe>> loadDefaultRecipe();

} // namespace likeness
