// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"
#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/index/live_indexes.h"
#include "core/library/database.h"
#include "core/search/search_engine.h"

#include <memory>
#include <string>

namespace likeness::cli {

/// A second pack of a library, opened so that an engine can compare whole photos by it, too.
struct FusedPack {
    std::shared_ptr<const Recipe> recipe;
    std::unique_ptr<LiveIndexes> indexes;
    std::unique_ptr<Backbone> network;
    std::unique_ptr<SearchEngine> engine;
};

/// The pack with the codebooks that the library has chosen for it. Errors of findModelPack.
Result<std::shared_ptr<const Recipe>> recipeOfPack(const Database& database, const std::string& pack);

/// Opens the pack and fuses the engine with it; without a name does nothing. The engine is used no longer
/// than what is returned. PackNotIndexed where the library has no codes of that pack.
Result<FusedPack> fusePack(SearchEngine& engine, const Database& database, const std::string& pack,
                           const GlobalOptions& options);

} // namespace likeness::cli
