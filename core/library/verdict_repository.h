// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/verdict.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace likeness {

/// Verdicts of a library, by content, so that they outlive moves and renames. Used on the thread of its
/// Database, which outlives it. Every function may fail with LibraryFailed or LibraryDamaged; those that
/// write also with DiskFull or LibraryReadOnly.
class VerdictRepository {
public:
    explicit VerdictRepository(const Database& database) : database_(database) {}

    /// In the order of their contents.
    Result<std::vector<Verdict>> all() const;

    /// Contents of those photos that were indexed.
    Result<std::unordered_map<PhotoId, ContentHash>> contentsOf(std::span<const PhotoId> photos) const;
    /// A photo of the library with that content; nothing where there is none.
    Result<std::optional<PhotoId>> photoOf(const ContentHash& content) const;

    /// Of the query with each of these contents; those without a verdict are left out.
    Result<std::vector<Verdict>> between(const ContentHash& query,
                                         std::span<const ContentHash> contents) const;

    /// A pair's verdict takes the place of its former one.
    Result<void> set(std::span<const Verdict> verdicts) const;
    Result<void> remove(std::span<const ContentPair> pairs) const;

private:
    const Database& database_;
};

} // namespace likeness
