// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/window_sampling.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace likeness {

/// A hash method and a code length, of a codebook that is learned from the library itself.
struct LibraryCodebook {
    std::string method;
    int bits = 0;
};

/// What to search with; nothing: the pack's own codebook.
using CodebookChoice = std::optional<LibraryCodebook>;

/// Searches the library with that codebook from now on. One of the library that it doesn't keep yet is
/// trained on its photos (without labels) and kept. No photo is decoded. `progress` hears the share done, 0
/// to 1. Errors of trainCodebook and switchGlobalCodebook.
Result<void> useCodebook(const Database& database, const CodebookChoice& wanted,
                         const std::function<void(double)>& progress, const std::stop_token& stop = {});

/// Has regions or parts searched with that codebook as soon as all photos have such codes. One of the library
/// that it doesn't keep yet is trained on windows of its photos and kept. True where photos are to be indexed
/// before that. Errors of sampleWindows, trainWindowCodebook and succeedWhereComplete; LibraryInUse.
Result<bool> useWindowCodebook(const Database& database, Granularity granularity,
                               const CodebookChoice& wanted, const WindowSamplingOptions& sampling,
                               const std::function<void(double)>& progress, const std::stop_token& stop = {});

} // namespace likeness
