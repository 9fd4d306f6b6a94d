// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/window_sampling.h"

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

/// Has regions or parts searched with that method and length as soon as all photos have such codes: those of
/// the pack's own codebook, of one that the library keeps, or of one that is trained on windows of its photos
/// and kept. True where photos are to be indexed before that. Errors of sampleWindows, trainWindowCodebook
/// and succeedWhereComplete; LibraryInUse.
Result<bool> useWindowCodebook(const Database& database, Granularity granularity, const std::string& method,
                               int bits, const WindowSamplingOptions& sampling,
                               const std::function<void(double)>& progress, const std::stop_token& stop = {});

} // namespace likeness
