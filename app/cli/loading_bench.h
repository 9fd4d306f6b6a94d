// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"
#include "core/search/search_result.h"

namespace likeness::cli {

/// How long a library's codes take to be ready for searching, and how long the same bytes take to be read.
struct LoadingTime {
    Milliseconds load{0};
    Milliseconds read{0};
    bool fromSnapshot =
        false; // else from the library's tables, whose bytes aren't told apart; then read is 0
};

/// Medians of several rounds, taking turns, with a warm cache. Errors of loadIndexes.
Result<LoadingTime> measureLoading(const Database& database, const Recipe& recipe);

} // namespace likeness::cli
