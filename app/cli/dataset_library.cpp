// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dataset_library.h"

#include "app/cli/index_report.h"
#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/hashing/recipe.h"
#include "core/library/photo_repository.h"

#include <algorithm>
#include <cstdlib>
#include <span>

namespace likeness::cli {
namespace {

namespace fs = std::filesystem;

bool isBelow(const fs::path& file, const fs::path& folder) {
    const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

bool holdsPhotosOf(const fs::path& library, const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(library, ignored))
        return false;
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return false;
    const auto photos = PhotoRepository(*database).photos();
    return photos && std::ranges::any_of(
                         *photos, [&folder](const Photo& photo) { return isBelow(photo.file, folder); });
}

/// $XDG_CACHE_HOME/likeness/datasets/NAME-HASH.likeness, the hash being that of the folder's path.
fs::path cachedLibrary(const fs::path& folder) {
    const char* const cache = std::getenv("XDG_CACHE_HOME");
    const char* const home = std::getenv("HOME");
    const fs::path base = cache != nullptr && *cache != '\0'
                              ? fs::path(cache)
                              : fs::path(home != nullptr ? home : "") / ".cache";
    constexpr std::size_t digits = 12;
    const std::string hash = sha256Hex(std::as_bytes(std::span(folder.native()))).substr(0, digits);
    return base / "likeness" / "datasets" / (folder.filename().native() + "-" + hash + ".likeness");
}

Result<void> index(const fs::path& library, const fs::path& folder, const std::string& pack,
                   const GlobalOptions& global, const Interruption& interruption) {
    const auto found = findModelPack(pack.empty() ? defaultPackName : pack);
    if (!found)
        return found.error();
    auto recipe = loadRecipe(*found);
    if (!recipe)
        return recipe.error();
    IndexOptions options;
    options.libraryFile = library;
    options.folders = {folder};
    options.engine = global.engine;
    options.limits = global.limits;
    IndexReport report;
    Indexer indexer(options, *std::move(recipe), nullptr, report);
    indexer.start();
    while (!report.waitForEnd(std::chrono::milliseconds(50)))
        if (interruption.signal() != 0)
            indexer.cancel();
    indexer.wait();
    const auto summary = report.summary();
    if (!summary)
        return summary.error();
    return summary->cancelled ? makeError(ErrorCode::Cancelled) : Result<void>();
}

} // namespace

Result<fs::path> libraryOfDataset(const fs::path& dataset, const GlobalOptions& options,
                                  const std::vector<std::string>& packs, const Interruption& interruption) {
    std::error_code error;
    fs::path folder = fs::canonical(dataset, error);
    if (error)
        return makeError(ErrorCode::FolderNotFound, {pathText(dataset)});
    if (!fs::is_directory(folder, error))
        folder = folder.parent_path(); // of a CSV file
    if (holdsPhotosOf(options.libraryFile, folder))
        return options.libraryFile;
    const fs::path library = cachedLibrary(folder);
    const std::vector<std::string> wanted = packs.empty() ? std::vector<std::string>{options.pack} : packs;
    for (const std::string& pack : wanted)
        if (const auto done = index(library, folder, pack, options, interruption); !done)
            return done.error();
    return library;
}

} // namespace likeness::cli
