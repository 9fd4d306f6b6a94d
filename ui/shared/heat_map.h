// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_result.h"

#include <QImage>

namespace likeness::ui {

/// The colour of a share of the largest one, 0 to 1: one hue, lighter and more opaque the more a place adds.
QColor heatColor(double share);

/// One pixel per cell, to be drawn over the photo, smoothly scaled. Cells that add nothing, or speak against,
/// are transparent. Null for a map without cells.
QImage heatImage(const ShareMap& map);

} // namespace likeness::ui
