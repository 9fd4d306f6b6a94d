// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rectangle.h"
#include "core/image/image.h"

namespace likeness {

/// Draws the edge of a place: orange between two dark lines, so that it shows on any photo.
void drawOutline(Image& image, const Rectangle& place);

} // namespace likeness
