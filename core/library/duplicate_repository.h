// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/photo.h"
#include "core/library/verdict.h"

#include <filesystem>
#include <span>
#include <unordered_map>
#include <vector>

namespace likeness {

/// What finding duplicates needs to know, and what the user said of them. Used on the thread of its Database,
/// which outlives it. Every function may fail with LibraryFailed or LibraryDamaged; those that write also
/// with DiskFull or LibraryReadOnly.
class DuplicateRepository {
public:
    explicit DuplicateRepository(const Database& database) : database_(database) {}

    /// Of all photos that are there and were indexed.
    Result<std::unordered_map<PhotoId, ContentHash>> contents() const;

    /// Pairs that are no duplicates, in order.
    Result<std::vector<ContentPair>> notDuplicates() const;
    Result<void> addNotDuplicates(std::span<const ContentPair> pairs) const;
    Result<void> removeNotDuplicates(std::span<const ContentPair> pairs) const;

    /// In order.
    Result<std::vector<std::filesystem::path>> protectedFolders() const;
    /// Absolute paths; what lies below is protected, too.
    Result<void> protect(const std::filesystem::path& folder) const;
    Result<void> unprotect(const std::filesystem::path& folder) const;

private:
    const Database& database_;
};

} // namespace likeness
