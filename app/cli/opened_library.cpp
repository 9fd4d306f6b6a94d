// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_library.h"

#include "app/cli/output.h"
#include "core/library/index_loading.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace likeness::cli {

Result<OpenedLibrary> openLibrary(const GlobalOptions& options) {
    auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    auto recipe = loadDefaultRecipe();
    if (!recipe)
        return recipe.error();
    auto indexes = loadIndexes(*database, **recipe);
    if (!indexes)
        return indexes.error();
    return OpenedLibrary{std::move(*database), std::move(*recipe), *std::move(indexes)};
}

Result<std::unique_ptr<Backbone>> openNetwork(const ModelPack& pack, Engine engine) {
    setThreadsPerPass(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    auto opened = openBackbone(pack, engine);
    if (!opened)
        return opened.error();
    if (!opened->notice.empty())
        printNote(opened->notice);
    return std::move(opened->backbone);
}

} // namespace likeness::cli
