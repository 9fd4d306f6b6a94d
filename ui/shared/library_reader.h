// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_snapshot.h"

#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/index/live_indexes.h"
#include "core/library/database.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace likeness::ui {

/// What searching needs of an open library.
struct SearchBasis {
    std::shared_ptr<const Recipe> recipe;
    std::shared_ptr<const Recipe> next; // what indexing makes codes with; see recipe_succession.h
    std::shared_ptr<LiveIndexes> indexes;
};

/// Reads one library for the window. Lives on a worker thread: it owns that thread's connection, and every
/// function may take long.
class LibraryReader {
public:
    explicit LibraryReader(std::filesystem::path libraryFile) : libraryFile_(std::move(libraryFile)) {}

    /// Makes the library where there is none; opens a library that can't be written for reading.
    Result<void> open();
    Result<SnapshotPtr> readSnapshot() const;
    /// Loads recipe and codes.
    Result<SearchBasis> readSearchBasis() const;
    /// What indexing with that pack makes codes with. PackNotFound.
    Result<std::shared_ptr<const Recipe>> readRecipeOf(const std::string& pack) const;

private:
    std::filesystem::path libraryFile_;
    std::optional<Database> database_;
};

} // namespace likeness::ui
