// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/match_overlay.h"

#include "ui/shared/place_painter.h"

namespace likeness::ui {

MatchOverlay::MatchOverlay(PhotoView& view) : PhotoOverlay(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void MatchOverlay::setMatches(std::vector<MatchedPlace> matches) {
    matches_ = std::move(matches);
    update();
}

void MatchOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF photo = photoPlace();
    paintMatches(painter, matches_, photo, photo.adjusted(-1, -1, 1, 1));
}

} // namespace likeness::ui
