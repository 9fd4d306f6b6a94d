// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"

#include <cstdint>

namespace likeness {

/// Rows of the tables network and code_set that belong to a recipe.
struct CodeSetIds {
    std::int64_t network = 0;
    std::int64_t codeSet = 0;
};

/// Makes the recipe the one that the library is indexed with. Photos that have no codes of its fingerprint
/// become Pending. LibraryFailed, DiskFull.
Result<CodeSetIds> adoptRecipe(const Database& database, const Recipe& recipe);

} // namespace likeness
