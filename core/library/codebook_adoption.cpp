// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/codebook_adoption.h"

#include "core/library/codebook_repository.h"
#include "core/library/reencoding.h"

namespace likeness {

Result<Codebook> adoptCodebook(const Database& database, const Codebook& codebook, const Recipe& own,
                               const std::function<void(double)>& progress, const std::stop_token& stop) {
    auto kept = CodebookRepository(database).add(codebook);
    if (!kept)
        return kept;
    const auto recipe = recipeWith(*kept, own);
    if (!recipe)
        return recipe.error();
    const auto switched = switchGlobalCodebook(database, **recipe, progress, stop);
    if (!switched)
        return switched.error();
    return kept;
}

} // namespace likeness
