// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace likeness {

/// Rows of the tables network and code_set that belong to a recipe; 0 where it has no codebook.
struct CodeSetIds {
    std::int64_t network = 0;
    std::int64_t global = 0;
    std::int64_t regions = 0;
    std::int64_t parts = 0;
};

/// Codes that may be compared with each other.
struct CodeSet {
    std::int64_t id = 0;
    int bits = 0;
};

/// The library's code set of that granularity and fingerprint, if it has one. Throws what SQLiteCpp throws.
std::optional<CodeSet> findCodeSet(const SQLite::Database& handle, Granularity granularity,
                                   const Fingerprint& fingerprint);

/// The recipe's code sets, made where the library has none yet. LibraryFailed, DiskFull.
Result<CodeSetIds> codeSetsOf(const Database& database, const Recipe& recipe);

/// Makes the recipe the one that the library is indexed with. Photos that have no global codes of its
/// fingerprint become Pending; those that lack codes of regions or parts stay Indexed, and a scan sends them
/// through the network again. LibraryFailed, DiskFull.
Result<CodeSetIds> adoptRecipe(const Database& database, const Recipe& recipe);

/// How far a code set is.
struct CodeSetProgress {
    Granularity granularity = Granularity::Global;
    Fingerprint fingerprint;
    std::string descriptorSource; // ModelPack::descriptorSource()
    std::string method;
    int bits = 0;
    std::int64_t photos = 0; // with these codes, of those that can be searched
};

/// All code sets of the library, the oldest first. LibraryFailed.
Result<std::vector<CodeSetProgress>> codeSetProgress(const Database& database);

/// Indexed photos that are there, without a global code of these sets, by id.
Result<std::vector<PhotoId>> photosLackingCodes(const Database& database, const CodeSetIds& ids);

/// Indexed photos that lack a code of one of these sets.
Result<std::unordered_set<PhotoId>> photosLackingAnyCodes(const Database& database, const CodeSetIds& ids);

} // namespace likeness
