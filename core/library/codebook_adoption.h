// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/codebook.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"

#include <functional>
#include <stop_token>

namespace likeness {

/// Keeps a codebook of whole photos that was trained for the library, makes codes of all photos from their
/// stored descriptors, and searches the library with them from now on. `own` is the pack with its own
/// codebooks. Returns the codebook with its checksum. `progress` hears the share done, 0 to 1. Errors of
/// CodebookRepository::add and switchGlobalCodebook.
Result<Codebook> adoptCodebook(const Database& database, const Codebook& codebook, const Recipe& own,
                               const std::function<void(double)>& progress, const std::stop_token& stop = {});

} // namespace likeness
