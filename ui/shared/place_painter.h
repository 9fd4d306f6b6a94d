// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_result.h"

#include <QColor>
#include <QPainter>

#include <cstddef>
#include <span>

namespace likeness::ui {

/// How the outline of a place looks: regions have square corners, spots round ones, so that they can be told
/// apart without colours.
enum class PlaceShape { Region, Spot };

/// The accent colour, in each theme the light one: photos are seldom as light as a window.
QColor regionColor();
/// By the number of the query's place.
QColor spotColor(std::size_t number);

/// An outline with a dark halo, to be seen on any photo.
void paintPlace(QPainter& painter, const QRectF& place, PlaceShape shape, const QColor& color);
/// The number of a query's place (1 for the first), in its colour, at the place's top left corner.
void paintPlaceNumber(QPainter& painter, const QRectF& place, std::size_t number);

/// Where a photo matches. The whole photo lies at `photo`, of which `visible` can be seen; spots are numbered
/// where the query has several.
void paintMatches(QPainter& painter, std::span<const MatchedPlace> matches, const QRectF& photo,
                  const QRectF& visible);

} // namespace likeness::ui
