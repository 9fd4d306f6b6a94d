// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/database.h"

#include <string>
#include <vector>

namespace likeness::cli {

/// All photos or none: PhotoUnknown names the first that the library doesn't have.
Result<std::vector<PhotoId>> photosOf(const Database& database, const std::vector<std::string>& files);

} // namespace likeness::cli
