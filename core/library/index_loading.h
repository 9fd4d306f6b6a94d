// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/index/live_indexes.h"
#include "core/library/database.h"

#include <memory>

namespace likeness {

/// All codes of the recipe's fingerprints that the library holds, in memory. LibraryFailed, LibraryDamaged.
Result<std::unique_ptr<LiveIndexes>> loadIndexes(const Database& database, const Recipe& recipe);

} // namespace likeness
