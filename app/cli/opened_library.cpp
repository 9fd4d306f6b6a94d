// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_library.h"

#include "app/cli/fused_pack.h"
#include "app/cli/output.h"
#include "core/library/codebook_repository.h"
#include "core/library/index_loading.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace likeness::cli {

namespace {

Result<OpenedLibrary> opened(Database database, Result<std::shared_ptr<const Recipe>> recipe) {
    if (!recipe)
        return recipe.error();
    auto indexes = loadIndexes(database, **recipe);
    if (!indexes)
        return indexes.error();
    return OpenedLibrary{std::move(database), *std::move(recipe), *std::move(indexes)};
}

} // namespace

Result<std::shared_ptr<const Recipe>> recipeOf(const Database& database, const GlobalOptions& options) {
    if (options.pack.empty())
        return libraryRecipe(database);
    return recipeOfPack(database, options.pack);
}

Result<OpenedLibrary> openLibrary(const GlobalOptions& options) {
    auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    auto recipe = recipeOf(*database, options);
    return opened(*std::move(database), std::move(recipe));
}

Result<OpenedLibrary> openLibrary(const GlobalOptions& options, const std::string& method, int bits) {
    auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto recipe = recipeOf(*database, options);
    if (!recipe)
        return recipe.error();
    const Encoder& encoder = *(*recipe)->codebook().encoder;
    if (encoder.method() == method && encoder.bits() == bits)
        return opened(*std::move(database), recipe);
    const auto codebook =
        CodebookRepository(*database).find(Granularity::Global, method, bits, (*recipe)->pack());
    if (!codebook)
        return codebook.error();
    auto other = recipeWith(*codebook, **recipe);
    return opened(*std::move(database), std::move(other));
}

Result<WritableLibrary> openForWriting(const std::filesystem::path& libraryFile) {
    auto database = Database::open(libraryFile, OpenMode::Write);
    if (!database)
        return database.error();
    auto lock = WriterLock::acquire(libraryFile);
    if (!lock)
        return lock.error();
    return WritableLibrary{*std::move(database), *std::move(lock)};
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
