// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/photo_marks.h"

#include <QColor>
#include <QIcon>
#include <QString>

namespace likeness::ui {

/// "Red"; "No label".
QString colourLabelText(ColourLabel label);
/// As strong on light as on dark; invalid for no label.
QColor colourOf(ColourLabel label);
/// A dot in that colour, or a ring for no label.
QIcon colourLabelIcon(ColourLabel label);
/// "★★★".
QString starsText(int rating);
inline const QColor starColour(245, 180, 30);

} // namespace likeness::ui
