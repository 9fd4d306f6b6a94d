// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/decoder.h"

#include <filesystem>

namespace likeness {

/// Whether a file that could not be read, and did not change since, is worth another try: where it was over a
/// limit that was raised, and where its permissions were in the way and no longer are.
bool isWorthRetrying(const Error& problem, const std::filesystem::path& file, const DecodeLimits& limits);

} // namespace likeness
