// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/photo_filter.h"

#include <QDate>
#include <QString>

#include <optional>

namespace likeness::ui {

/// What photos are picked by besides where they lie, as the user says it.
struct PhotoCriteria {
    QString tag{};
    std::optional<QDate> from{};
    std::optional<QDate> to{}; // that day is in
    int ratingAtLeast = 0;     // stars
    std::optional<ColourLabel> label{};

    bool operator==(const PhotoCriteria&) const = default;
    /// How many of these are in force.
    int count() const;
    void addTo(PhotoFilter& filter) const;
};

} // namespace likeness::ui
