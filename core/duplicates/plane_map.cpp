// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/plane_map.h"

namespace likeness {
namespace {

/// Stretches one axis so that the edges of the pixels meet, which lie half a pixel before the first centre.
struct Stretch {
    double scale;
    double offset;
};

Stretch stretch(int from, int to) {
    const double scale = static_cast<double>(to) / from;
    return {scale, (scale - 1) / 2};
}

} // namespace

PlaneMap chained(const PlaneMap& first, const PlaneMap& second) {
    const auto& a = first.m;
    const auto& b = second.m;
    return {{b[0] * a[0] + b[1] * a[3], b[0] * a[1] + b[1] * a[4], b[0] * a[2] + b[1] * a[5] + b[2],
             b[3] * a[0] + b[4] * a[3], b[3] * a[1] + b[4] * a[4], b[3] * a[2] + b[4] * a[5] + b[5]}};
}

PlaneMap mirrorOf(int width) {
    return {{-1, 0, width - 1.0, 0, 1, 0}};
}

PlaneMap wholeOver(PixelSize from, Orientation orientation, PixelSize to) {
    PlaneMap map;
    if (orientation.mirror == Orientation::Mirror::Yes)
        map = mirrorOf(from.width);
    PixelSize size = from;
    for (int turn = 0; turn < orientation.quarterTurns; ++turn) {
        map = chained(map, {{0, -1, size.height - 1.0, 1, 0, 0}});
        size = {size.height, size.width};
    }
    const Stretch x = stretch(size.width, to.width);
    const Stretch y = stretch(size.height, to.height);
    return chained(map, {{x.scale, 0, x.offset, 0, y.scale, y.offset}});
}

} // namespace likeness
