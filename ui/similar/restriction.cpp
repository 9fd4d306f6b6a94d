// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/restriction.h"

#include <QDateTime>

namespace likeness::ui {
namespace {

/// As the camera's clock counts, without a zone.
std::int64_t startOf(const QDate& day) {
    return QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

int Restriction::count() const {
    int count = 0;
    for (const bool isSet : {!folder.empty(), !tag.trimmed().isEmpty(), from.has_value(), to.has_value(),
                             notInItsFolder, notOfItsBurst})
        count += isSet ? 1 : 0;
    return count;
}

PhotoFilter filterOf(const Restriction& restriction, const PhotoRow* query, const LibrarySnapshot& library) {
    PhotoFilter filter;
    filter.folder = restriction.folder;
    if (const QString tag = restriction.tag.trimmed(); !tag.isEmpty())
        filter.tags = {tag.toStdString()};
    if (restriction.from)
        filter.takenFrom = startOf(*restriction.from);
    if (restriction.to)
        filter.takenBefore = startOf(restriction.to->addDays(1));
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
