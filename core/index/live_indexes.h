// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/recipe.h"
#include "core/index/live_index.h"
#include "core/index/window_index.h"

#include <span>

namespace likeness {

/// All codes of a library in memory: those of whole photos, of regions and of parts. Thread-safe, as each of
/// them is.
struct LiveIndexes {
    /// Empty, for codes of this recipe; without a codebook for regions or parts their indexes stay empty.
    explicit LiveIndexes(const Recipe& recipe)
        : global(bitsOf(recipe, Granularity::Global)),
          regions(bitsOf(recipe, Granularity::Region)),
          parts(bitsOf(recipe, Granularity::Part)),
          recipe_(recipe) {}

    /// Whose codes these are. Others are never put in.
    const Recipe& recipe() const { return recipe_; }

    LiveIndex global;
    WindowIndex regions;
    WindowIndex parts;

    void remove(std::span<const PhotoId> photos) {
        global.remove(photos);
        regions.remove(photos);
        parts.remove(photos);
    }

private:
    static int bitsOf(const Recipe& recipe, Granularity granularity) {
        const Codebook* const codebook = recipe.codebook(granularity);
        return codebook == nullptr ? 0 : codebook->encoder->bits();
    }

    Recipe recipe_; // shares what was learned
};

} // namespace likeness
