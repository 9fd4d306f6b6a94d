// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"

#include <map>
#include <string>

namespace likeness {

/// Queries that the user gave a name, as texts that whoever writes them understands; by name. LibraryFailed.
Result<std::map<std::string, std::string>> savedQueries(const Database& database);

/// In the place of one of that name. LibraryFailed, DiskFull, LibraryReadOnly.
Result<void> saveQuery(const Database& database, const std::string& name, const std::string& query);
Result<void> forgetQuery(const Database& database, const std::string& name);

} // namespace likeness
