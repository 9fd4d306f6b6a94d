// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_criteria.h"

#include <QDateTime>

namespace likeness::ui {
namespace {

/// As the camera's clock counts, without a zone.
std::int64_t startOf(const QDate& day) {
    return QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

int PhotoCriteria::count() const {
    int count = 0;
    for (const bool isSet :
         {!tag.trimmed().isEmpty(), from.has_value(), to.has_value(), ratingAtLeast > 0, label.has_value()})
        count += isSet ? 1 : 0;
    return count;
}

void PhotoCriteria::addTo(PhotoFilter& filter) const {
    if (const QString name = tag.trimmed(); !name.isEmpty())
        filter.tags.push_back(name.toStdString());
    if (from)
        filter.takenFrom = startOf(*from);
    if (to)
        filter.takenBefore = startOf(to->addDays(1));
    filter.ratingAtLeast = ratingAtLeast;
    filter.label = label;
}

} // namespace likeness::ui
