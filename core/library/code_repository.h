// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/quantised_descriptor.h"
#include "core/hashing/recipe.h"
#include "core/index/live_index.h"
#include "core/library/database.h"

#include <span>
#include <utility>
#include <vector>

namespace likeness {

/// Codes and descriptors of photos. Only rows of the given fingerprint are ever returned.
/// Used on the thread of its Database, which outlives it.
class CodeRepository {
public:
    CodeRepository(const Database& database, Fingerprint fingerprint)
        : database_(database), fingerprint_(std::move(fingerprint)) {}

    /// The global codes of all photos that are not missing, by id.
    Result<std::vector<IndexedCode>> globalCodes() const;

    /// The global codes of the photos asked for; those without one, or missing, are left out.
    Result<std::vector<IndexedCode>> globalCodes(std::span<const PhotoId> photos) const;

    /// The re-ranking vectors of the photos asked for; those without one are left out.
    Result<std::vector<std::pair<PhotoId, QuantisedDescriptor>>>
    rerankVectors(std::span<const PhotoId> photos) const;

    /// The photo's pooled descriptor. PhotoNotIndexed.
    Result<QuantisedDescriptor> descriptor(PhotoId photo) const;

private:
    const Database& database_;
    Fingerprint fingerprint_;
};

} // namespace likeness
