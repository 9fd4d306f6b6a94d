// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/layout_match.h"

#include <QtTest>

#include <cmath>

using namespace likeness;

namespace {

constexpr double side = 0.1;

/// A small square around a point.
Rectangle at(double x, double y) {
    return {x - side / 2, y - side / 2, side, side};
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-6;
}

using Similarities = std::vector<std::vector<float>>;

} // namespace

class TestLayoutMatch : public QObject {
    Q_OBJECT

    /// An eye over a mouth.
    const std::vector<Rectangle> boxes_{at(0.5, 0.3), at(0.5, 0.6)};

private Q_SLOTS:
    void nothingMatchesNothing() {
        QCOMPARE(matchLayout({}, {}, {}).score, -1.0);
        QVERIFY(matchLayout(boxes_, Similarities(2), {}).windows.empty());
    }

    void oneBoxTakesItsBestWindowWhereverItLies() {
        const std::vector<Rectangle> places{at(0.1, 0.1), at(0.9, 0.9), at(0.5, 0.3)};
        const LayoutMatch match =
            matchLayout(std::span(boxes_).first(1), Similarities{{0.2F, 0.9F, 0.4F}}, places);
        QVERIFY(match.windows == std::vector<std::size_t>{1});
        QVERIFY(near(match.score, 0.9));
    }

    void windowsInTheLayoutOfTheBoxesLoseNothing() {
        const std::vector<Rectangle> places{at(0.5, 0.3), at(0.5, 0.6)};
        const LayoutMatch match = matchLayout(boxes_, Similarities{{0.8F, 0.0F}, {0.0F, 0.6F}}, places);
        QVERIFY(match.windows == (std::vector<std::size_t>{0, 1}));
        QVERIFY(near(match.score, 0.7));
    }

    void theLayoutMayLieElsewhereAndBeHalfOrTwiceAsLarge() {
        for (const auto& [x, y, scale] :
             {std::tuple{0.2, 0.05, 1.0}, {0.8, 0.6, 1.0}, {0.3, 0.7, 0.5}, {0.6, 0.2, 2.0}}) {
            const std::vector<Rectangle> places{at(x, y), at(x, y + 0.3 * scale)};
            const LayoutMatch match = matchLayout(boxes_, Similarities{{0.8F, 0.0F}, {0.0F, 0.6F}}, places);
            QVERIFY(near(match.score, 0.7));
        }
    }

    void theSameWindowsInAnotherLayoutScoreLess() {
        const Similarities alike{{0.8F, 0.0F}, {0.0F, 0.6F}};
        const auto scoreOf = [&](std::vector<Rectangle> places) {
            return matchLayout(boxes_, alike, places).score;
        };
        const double right = scoreOf({at(0.5, 0.3), at(0.5, 0.6)});
        const double beside = scoreOf({at(0.2, 0.5), at(0.8, 0.5)});
        const double upsideDown = scoreOf({at(0.5, 0.6), at(0.5, 0.3)});
        QVERIFY(beside < right - 0.05 && upsideDown < right - 0.05);
        // .2 at most for one of two boxes.
        QVERIFY(beside >= right - 0.1 - 1e-6 && upsideDown >= right - 0.1 - 1e-6);
    }

    void aWindowInPlaceBeatsOneThatIsALittleMoreAlikeElsewhere() {
        const std::vector<Rectangle> places{at(0.5, 0.3), at(0.5, 0.6), at(0.1, 0.1)};
        const LayoutMatch little = matchLayout(boxes_, Similarities{{0.9F, 0, 0}, {0, 0.6F, 0.7F}}, places);
        QVERIFY(little.windows == (std::vector<std::size_t>{0, 1}));
        const LayoutMatch much = matchLayout(boxes_, Similarities{{0.9F, 0, 0}, {0, 0.2F, 0.9F}}, places);
        QVERIFY(much.windows == (std::vector<std::size_t>{0, 2}));
    }

    void everyBoxHasAWindow() {
        const std::vector<Rectangle> three{at(0.2, 0.2), at(0.5, 0.5), at(0.8, 0.2)};
        const LayoutMatch match = matchLayout(three, Similarities(3, {0.5F}), std::vector{at(0.5, 0.5)});
        QVERIFY(match.windows == (std::vector<std::size_t>{0, 0, 0}));
    }
};

QTEST_APPLESS_MAIN(TestLayoutMatch)
#include "test_layout_match.moc"
