// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/feature_map.h"
#include "core/features/model_pack.h"
#include "core/features/quantised_descriptor.h"
#include "core/hashing/codebook.h"

#include <memory>
#include <string>
#include <string_view>

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

/// A query, before and after hashing.
struct QueryCodes {
    HashCode global;
    std::vector<float> projected; // one real value per bit
    Descriptor rerank;
};

/// How photos become codes: a model pack and its codebook. Immutable; shared by all threads.
class Recipe {
public:
    Recipe(ModelPack pack, Codebook codebook);

    const ModelPack& pack() const { return pack_; }
    const Codebook& codebook() const { return codebook_; }
    const Fingerprint& fingerprint() const { return fingerprint_; }

    PhotoCodes encodePhoto(const FeatureMaps& maps) const;
    QueryCodes encodeQuery(const FeatureMaps& maps) const;

    /// The same from stored descriptors: after a change of codebook nothing needs decoding again, and a photo
    /// of the library is queried without opening its file.
    PhotoCodes encodePhoto(const QuantisedDescriptor& descriptor) const;
    QueryCodes encodeQuery(const QuantisedDescriptor& descriptor) const;

private:
    ModelPack pack_;
    Codebook codebook_;
    Fingerprint fingerprint_;
};

/// Finds the pack and loads its default codebook. Errors of findModelPack and loadCodebook.
Result<std::shared_ptr<const Recipe>> loadDefaultRecipe();

} // namespace likeness
