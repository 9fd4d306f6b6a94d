// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/library_reader.h"

#include "core/base/path_text.h"
#include "core/library/codebook_repository.h"
#include "core/library/index_loading.h"
#include "core/library/photo_repository.h"
#include "core/library/recipe_succession.h"

#include <vector>

namespace likeness::ui {

Result<void> LibraryReader::open() {
    auto opened = Database::open(libraryFile_, OpenMode::Create);
    if (!opened && opened.error().code == ErrorCode::LibraryReadOnly)
        opened = Database::open(libraryFile_, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    database_.emplace(std::move(*opened));
    return {};
}

Result<SnapshotPtr> LibraryReader::readSnapshot() const {
    if (!database_)
        return makeError(ErrorCode::LibraryNotFound, {pathText(libraryFile_)});
    const PhotoRepository repository(*database_);
    const auto roots = repository.roots();
    if (!roots)
        return roots.error();
    const auto photos = repository.photos();
    if (!photos)
        return photos.error();
    auto problems = repository.problems();
    if (!problems)
        return problems.error();
    std::vector<RootId> away;
    for (const Root& root : *roots)
        if (std::error_code reason; !std::filesystem::exists(root.folder, reason))
            away.push_back(root.id);
    return SnapshotPtr(std::make_shared<const LibrarySnapshot>(*photos, *roots, *std::move(problems), away));
}

Result<SearchBasis> LibraryReader::readSearchBasis() const {
    if (!database_)
        return makeError(ErrorCode::LibraryNotFound, {pathText(libraryFile_)});
    auto recipe = libraryRecipe(*database_);
    if (!recipe)
        return recipe.error();
    auto next = recipeToIndexWith(*database_);
    if (!next)
        return next.error();
    auto indexes = loadIndexes(*database_, **recipe);
    if (!indexes)
        return indexes.error();
    return SearchBasis{std::move(*recipe), *std::move(next), *std::move(indexes)};
}

Result<std::shared_ptr<const Recipe>> LibraryReader::readRecipeOf(const std::string& pack) const {
    if (!database_)
        return makeError(ErrorCode::LibraryNotFound, {pathText(libraryFile_)});
    const auto found = libraryPack(*database_, pack);
    return found ? recipeToIndexWith(*database_, *found) : found.error();
}

} // namespace likeness::ui
