// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"

#include <functional>
#include <stop_token>
#include <string>

namespace likeness {

/// Searches the library with that hash method and code length from now on: with the pack's own codebook, with
/// one that the library keeps, or, where there is none, with one that is trained on the library's photos
/// (without labels) and kept. No photo is decoded. `progress` hears the share done, 0 to 1. Errors of
/// trainCodebook and switchGlobalCodebook.
Result<void> useCodebook(const Database& database, const std::string& method, int bits,
                         const std::function<void(double)>& progress, const std::stop_token& stop = {});

} // namespace likeness
