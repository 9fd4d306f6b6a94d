// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/verdict.h"

#include <filesystem>
#include <string>
#include <vector>

namespace likeness {

/// A verdict as people read it: with the files that have its contents, where the library has them.
struct ListedVerdict {
    Verdict verdict;
    std::filesystem::path first;
    std::filesystem::path second;
};

/// LibraryFailed, LibraryDamaged.
Result<std::vector<ListedVerdict>> listedVerdicts(const Database& database);

/// A table (RFC 4180) with the header first, second, judgement, note, judged_at, first_file, second_file;
/// contents are 32 hexadecimal digits, times seconds since 1970.
std::string verdictsAsCsv(const std::vector<ListedVerdict>& verdicts);
/// The same as a JSON array of objects.
std::string verdictsAsJson(const std::vector<ListedVerdict>& verdicts);

/// Reads what one of the above wrote, as the suffix says; the files in it don't count. Errors of reading a
/// file; InvalidArgument, which names the file and its line or entry.
Result<std::vector<Verdict>> readVerdicts(const std::filesystem::path& file);

} // namespace likeness
