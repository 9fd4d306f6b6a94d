// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/heat_map.h"

#include <QColor>

#include <algorithm>

namespace likeness::ui {

QColor heatColor(double share) {
    const double s = std::clamp(share, 0.0, 1.0);
    // Lightness rises evenly at the hue of orange.
    return QColor::fromHslF(.1F, 1.0F, static_cast<float>(.32 + .33 * s), static_cast<float>(.88 * s));
}

QImage heatImage(const ShareMap& map) {
    const auto cells =
        static_cast<std::size_t>(std::max(0, map.width)) * static_cast<std::size_t>(map.height);
    if (cells == 0 || map.shares.size() != cells)
        return {};
    const float most = *std::max_element(map.shares.begin(), map.shares.end());
    QImage image(map.width, map.height, QImage::Format_ARGB32_Premultiplied);
    auto share = map.shares.begin();
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x, ++share) {
            const QColor color = heatColor(most > 0 ? static_cast<double>(*share / most) : 0);
            image.setPixel(x, y, qPremultiply(color.rgba()));
        }
    return image;
}

} // namespace likeness::ui
