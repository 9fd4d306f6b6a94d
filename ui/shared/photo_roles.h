// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/thumbnail_loader.h"

#include "core/search/search_result.h"

#include <QMetaType>
#include <Qt>

namespace likeness::ui {

/// What models of photos tell beyond Qt's own roles; Qt::DisplayRole is the file's name.
enum PhotoRole {
    PhotoIdRole = Qt::UserRole, // qint64
    ThumbnailRole,              // ThumbnailRequest
    MarkRole,                   // int of PhotoMark
    SimilarityRole,             // double, 0 to 1; invalid where nothing is compared
    ShapeRole,                  // QSize of the upright photo in pixels; empty where it is not known
    MatchesRole,                // Matches; invalid where nothing is compared
    VerdictRole,                // int of Judgement; invalid where there is no verdict
    RatingRole,                 // int, stars; invalid where unrated
    LabelRole,                  // int of ColourLabel; invalid where there is none
    WithRawRole,                // bool: a raw photo of the same name belongs to it
};

/// Where a result matches the query.
using Matches = std::vector<MatchedPlace>;

/// The quiet sign on a tile.
enum class PhotoMark { None, Pending, Problem, Missing };

} // namespace likeness::ui

Q_DECLARE_METATYPE(likeness::ui::ThumbnailRequest)
Q_DECLARE_METATYPE(likeness::ui::Matches)
