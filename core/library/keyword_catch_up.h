// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"

#include <stop_token>

namespace likeness {

/// Takes over the keywords of photos that were indexed by a version that knew no tags, by their metadata
/// alone. Commits every few hundred photos; where it is stopped the next call goes on. LibraryFailed,
/// DiskFull.
Result<void> catchUpOnKeywords(const Database& database, const std::stop_token& stop);

} // namespace likeness
