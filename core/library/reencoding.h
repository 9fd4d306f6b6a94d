// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace likeness {

/// Makes the recipe's global codes of all indexed photos from their stored descriptors, without opening a
/// file, and then makes the recipe the one that the library is searched and indexed with. Photos keep their
/// codes of other recipes, so that going back is as quick. `progress` hears the share done, 0 to 1. Holds the
/// WriterLock. LibraryInUse, LibraryFailed, DiskFull, Cancelled (what was encoded stays).
Result<std::int64_t> switchGlobalCodebook(const Database& database, const Recipe& recipe,
                                          const std::function<void(double)>& progress = {},
                                          const std::stop_token& stop = {});

} // namespace likeness
