// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/result.h"
#include "core/features/saliency.h"
#include "core/hashing/recipe.h"
#include "core/index/window_index.h"
#include "core/library/database.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace likeness {

/// Codes of regions and parts, and saliency maps. Only rows of the recipe's fingerprints are ever returned.
/// Every function may fail with LibraryFailed or LibraryDamaged. Used on the thread of its Database; that and
/// the recipe outlive it.
class WindowRepository {
public:
    WindowRepository(const Database& database, const Recipe& recipe) : database_(database), recipe_(recipe) {}

    /// The codes of all photos that are not missing, by id; empty where the recipe has no codebook.
    Result<std::vector<IndexedWindows>> codes(Granularity granularity) const;

    /// Those of the photos asked for; photos without codes, or missing, are left out.
    Result<std::vector<IndexedWindows>> codes(Granularity granularity, std::span<const PhotoId> photos) const;

    /// Saliency maps of the photos asked for; those without one are left out.
    Result<std::unordered_map<PhotoId, SaliencyMap>> saliency(std::span<const PhotoId> photos) const;

private:
    const Database& database_;
    const Recipe& recipe_;
};

} // namespace likeness
