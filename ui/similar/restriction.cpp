// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/restriction.h"

namespace likeness::ui {

int Restriction::count() const {
    int count = criteria.count();
    for (const bool isSet : {!folder.empty(), notInItsFolder, notOfItsBurst})
        count += isSet ? 1 : 0;
    return count;
}

PhotoFilter filterOf(const Restriction& restriction, const PhotoRow* query, const LibrarySnapshot& library) {
    PhotoFilter filter;
    filter.folder = restriction.folder;
    restriction.criteria.addTo(filter);
    if (query == nullptr)
        return filter;
    if (restriction.notInItsFolder)
        filter.notInFolder = library.file(*query).parent_path();
    constexpr std::int64_t burstSeconds = 10;
    if (restriction.notOfItsBurst && query->takenAt)
        filter.notOfBurst = {query->camera, *query->takenAt - burstSeconds,
                             *query->takenAt + burstSeconds + 1};
    return filter;
}

} // namespace likeness::ui
