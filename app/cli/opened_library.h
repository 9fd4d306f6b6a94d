// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"
#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/index/live_indexes.h"
#include "core/library/database.h"
#include "core/library/writer_lock.h"

#include <memory>

namespace likeness::cli {

/// A library opened for searching: its codes are in memory.
struct OpenedLibrary {
    Database database;
    std::shared_ptr<const Recipe> recipe;
    std::unique_ptr<LiveIndexes> indexes;
};

/// What the library is searched with: its own pack and codebooks, or those of the pack that was asked for.
Result<std::shared_ptr<const Recipe>> recipeOf(const Database& database, const GlobalOptions& options);

/// Errors of Database::open, loadDefaultRecipe and CodeRepository.
Result<OpenedLibrary> openLibrary(const GlobalOptions& options);

/// The same, searched with a codebook that was trained for it. CodebookMissing.
Result<OpenedLibrary> openLibrary(const GlobalOptions& options, const std::string& method, int bits);

/// A library that this process alone writes to.
struct WritableLibrary {
    Database database;
    WriterLock lock;
};

/// Errors of Database::open and WriterLock::acquire.
Result<WritableLibrary> openForWriting(const std::filesystem::path& libraryFile);

/// The network for single photos, on all cores. Tells on standard error where another engine had to do.
Result<std::unique_ptr<Backbone>> openNetwork(const ModelPack& pack, Engine engine);

} // namespace likeness::cli
