// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/features/quantised_descriptor.h"
#include "core/library/database.h"
#include "core/library/photo.h"

#include <span>
#include <string>
#include <unordered_map>

namespace likeness {

struct StoredFeature {
    PhotoId photo;
    FileStamp stamp; // of the file that it was made from
    QuantisedDescriptor vector;
};

/// Features that evaluations compare with, kept so that they are computed once. Used on the thread of its
/// Database, which outlives it. LibraryFailed, LibraryDamaged; put() also DiskFull, LibraryReadOnly.
class FeatureRepository {
public:
    explicit FeatureRepository(const Database& database) : database_(database) {}

    /// Those of these photos that are there, made from the files as they are.
    Result<std::unordered_map<PhotoId, QuantisedDescriptor>> features(const std::string& kind,
                                                                      std::span<const Photo> photos) const;
    /// All in one transaction.
    Result<void> put(const std::string& kind, std::span<const StoredFeature> features) const;

private:
    const Database& database_;
};

} // namespace likeness
