// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace likeness::ui {

/// A report of a case on pages of A4. For worker threads. FileNotWritable, DiskFull.
Result<void> writeCasePdf(const std::string& html, const std::filesystem::path& file);

} // namespace likeness::ui
