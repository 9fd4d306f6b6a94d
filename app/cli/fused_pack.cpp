// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fused_pack.h"

#include "app/cli/opened_library.h"
#include "core/base/path_text.h"
#include "core/library/codebook_repository.h"
#include "core/library/index_loading.h"

namespace likeness::cli {

Result<std::shared_ptr<const Recipe>> recipeOfPack(const Database& database, const std::string& pack) {
    const auto found = libraryPack(database, pack);
    return found ? libraryRecipe(database, *found) : found.error();
}

Result<FusedPack> fusePack(SearchEngine& engine, const Database& database, const std::string& pack,
                           const GlobalOptions& options) {
    FusedPack fused;
    if (pack.empty())
        return fused;
    auto recipe = recipeOfPack(database, pack);
    if (!recipe)
        return recipe.error();
    fused.recipe = *std::move(recipe);
    auto indexes = loadIndexes(database, *fused.recipe);
    if (!indexes)
        return indexes.error();
    fused.indexes = *std::move(indexes);
    if (fused.indexes->global.size() == 0)
        return makeError(ErrorCode::PackNotIndexed, {pack, pathText(database.file())});
    auto network = openNetwork(fused.recipe->pack(), options.engine);
    if (!network)
        return network.error();
    fused.network = *std::move(network);
    fused.engine = std::make_unique<SearchEngine>(database, *fused.indexes, fused.recipe, fused.network.get(),
                                                  options.limits);
    engine.fuseWith(*fused.engine);
    return fused;
}

} // namespace likeness::cli
