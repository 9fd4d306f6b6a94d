// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/library/code_set.h"
#include "core/library/database.h"

#include <memory>
#include <string>

namespace likeness {

// A library is searched with one recipe (libraryRecipe) while indexing makes the codes of another, its
// successor: of another pack or precision, or with another codebook of regions or parts. The former answers
// until all photos have the successor's codes; then the library goes over to it. What is still to be done
// stands in the library, so that a run that was cancelled or killed is gone on with by the next one. All may
// fail with LibraryFailed.

/// What indexing makes codes with: the successor where there is one, else the library's recipe. Errors of
/// libraryRecipe.
Result<std::shared_ptr<const Recipe>> recipeToIndexWith(const Database& database);

/// The same of a pack: with the codebooks of regions and parts that are to come.
Result<std::shared_ptr<const Recipe>> recipeToIndexWith(const Database& database, const ModelPack& pack);

/// Codes of regions or parts are made with this codebook of the library from now on; empty: with the pack's.
Result<void> setNextCodebook(const Database& database, Granularity granularity, const std::string& checksum);

/// Called when a run begins: names the recipe the successor where the library is searched with another pack
/// and that one has codes to answer with; otherwise adopts it at once. The caller holds the WriterLock.
/// DiskFull.
Result<CodeSetIds> beginSuccession(const Database& database, const Recipe& recipe);

/// Goes over to the recipe where all photos that can be searched have its codes. True where the library is
/// searched with something else from now on. The caller holds the WriterLock. DiskFull.
Result<bool> succeedWhereComplete(const Database& database, const Recipe& recipe);

} // namespace likeness
