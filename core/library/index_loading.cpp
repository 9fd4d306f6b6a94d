// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/index_loading.h"

#include "core/library/code_repository.h"
#include "core/library/window_repository.h"

namespace likeness {

Result<std::unique_ptr<LiveIndexes>> loadIndexes(const Database& database, const Recipe& recipe) {
    auto indexes = std::make_unique<LiveIndexes>(recipe);
    const auto codes = CodeRepository(database, recipe.fingerprint()).globalCodes();
    if (!codes)
        return codes.error();
    indexes->global.put(*codes);
    const WindowRepository windows(database, recipe);
    const auto regions = windows.codes(Granularity::Region);
    if (!regions)
        return regions.error();
    indexes->regions.put(*regions);
    const auto parts = windows.codes(Granularity::Part);
    if (!parts)
        return parts.error();
    indexes->parts.put(*parts);
    return indexes;
}

} // namespace likeness
