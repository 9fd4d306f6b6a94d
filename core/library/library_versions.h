// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace likeness {

/// Names and versions of the libraries that run here, for diagnostics.
std::vector<std::pair<std::string, std::string>> libraryVersions();

} // namespace likeness
