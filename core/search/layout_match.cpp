// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/layout_match.h"

#include <algorithm>
#include <array>

namespace likeness {
namespace {

constexpr double mostLoss = 0.2;
constexpr double tolerance = 0.2; // of the photo's sides
constexpr std::array scales{0.5, 0.7, 1.0, 1.4, 2.0};

std::size_t bestWindow(const std::vector<float>& similarities) {
    return static_cast<std::size_t>(std::ranges::max_element(similarities) - similarities.begin());
}

double loss(Point from, Point wanted) {
    const double dx = (from.x - wanted.x) / tolerance;
    const double dy = (from.y - wanted.y) / tolerance;
    return mostLoss * std::min(1.0, dx * dx + dy * dy);
}

/// The window that answers a box whose place the layout foretells.
void addBest(LayoutMatch& match, const std::vector<float>& similarities, std::span<const Rectangle> places,
             Point wanted) {
    std::size_t best = 0;
    double bestScore = -2;
    for (std::size_t window = 0; window < places.size(); ++window) {
        const double score =
            static_cast<double>(similarities[window]) - loss(places[window].centre(), wanted);
        if (score > bestScore) {
            bestScore = score;
            best = window;
        }
    }
    match.windows.push_back(best);
    match.score += bestScore;
}

/// All boxes, when the first lies on the window `anchor` and the layout is scaled.
LayoutMatch anchored(std::span<const Rectangle> boxes, std::span<const std::vector<float>> similarities,
                     std::span<const Rectangle> places, std::size_t anchor, double scale) {
    LayoutMatch match{static_cast<double>(similarities[0][anchor]), {anchor}};
    const Point origin = boxes[0].centre();
    const Point there = places[anchor].centre();
    for (std::size_t box = 1; box < boxes.size(); ++box) {
        const Point centre = boxes[box].centre();
        addBest(match, similarities[box], places,
                {there.x + scale * (centre.x - origin.x), there.y + scale * (centre.y - origin.y)});
    }
    match.score /= static_cast<double>(boxes.size());
    return match;
}

} // namespace

LayoutMatch matchLayout(std::span<const Rectangle> boxes, std::span<const std::vector<float>> similarities,
                        std::span<const Rectangle> places) {
    if (boxes.empty() || places.empty())
        return {};
    if (boxes.size() == 1) {
        const std::size_t best = bestWindow(similarities[0]);
        return {static_cast<double>(similarities[0][best]), {best}};
    }
    LayoutMatch best;
    for (std::size_t anchor = 0; anchor < places.size(); ++anchor)
        for (const double scale : scales) {
            LayoutMatch match = anchored(boxes, similarities, places, anchor, scale);
            if (match.score > best.score)
                best = std::move(match);
        }
    return best;
}

} // namespace likeness
