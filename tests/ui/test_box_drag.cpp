// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/box_drag.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

namespace {

bool nearly(const Rectangle& a, const Rectangle& b) {
    return std::abs(a.x - b.x) < 1e-9 && std::abs(a.y - b.y) < 1e-9 && std::abs(a.width - b.width) < 1e-9 &&
           std::abs(a.height - b.height) < 1e-9;
}

bool isInside(const Rectangle& box) {
    return box.x >= 0 && box.y >= 0 && box.right() <= 1 + 1e-12 && box.bottom() <= 1 + 1e-12;
}

const QRectF view(100, 100, 200, 120);

} // namespace

class TestBoxDrag : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachHandleIsFoundAtItsPoint() {
        for (const Grip handle : handleGrips) {
            QCOMPARE(gripAt(view, handlePoint(view, handle)), handle);
            QCOMPARE(gripAt(view, handlePoint(view, handle) + QPointF(4, -4)), handle);
        }
        QCOMPARE(gripAt(view, view.center()), Grip::Inside);
        QCOMPARE(gripAt(view, {20, 20}), Grip::None);
    }

    void aHandleMovesItsOwnSidesAlone() {
        const Rectangle box{.2, .2, .4, .4};
        QVERIFY(nearly(dragged(box, Grip::Left, {.1, .3}), {.3, .2, .3, .4}));
        QVERIFY(nearly(dragged(box, Grip::BottomRight, {.1, -.1}), {.2, .2, .5, .3}));
        QVERIFY(nearly(dragged(box, Grip::Top, {.5, -.1}), {.2, .1, .4, .5}));
        QVERIFY(nearly(dragged(box, Grip::Inside, {.1, -.05}), {.3, .15, .4, .4}));
    }

    void aBoxNeverLeavesThePhoto() {
        const Rectangle box{.2, .2, .4, .4};
        for (const Grip grip : handleGrips)
            for (const Point by : {Point{5, 5}, {-5, -5}, {5, -5}, {.01, 0}}) {
                QVERIFY(isInside(dragged(box, grip, by)));
                QVERIFY(isInside(dragged(box, Grip::Inside, by)));
            }
        QVERIFY(nearly(dragged(box, Grip::Inside, {5, 5}), {.6, .6, .4, .4}));
    }

    void aSidePulledPastTheOtherStopsBeforeIt() {
        const Rectangle box{.2, .2, .4, .4};
        const Rectangle narrow = dragged(box, Grip::Right, {-2, 0});
        QVERIFY(nearly(narrow, {.2, .2, smallestBoxSide, .4}));
        QVERIFY(nearly(dragged(box, Grip::TopLeft, {2, 2}),
                       {.6 - smallestBoxSide, .6 - smallestBoxSide, smallestBoxSide, smallestBoxSide}));
    }

    void aBoxIsSpannedInAnyDirection() {
        const Rectangle expected{.2, .3, .4, .2};
        QVERIFY(nearly(spanned({.2, .3}, {.6, .5}), expected));
        QVERIFY(nearly(spanned({.6, .5}, {.2, .3}), expected));
        QVERIFY(nearly(spanned({.6, .3}, {.2, .5}), expected));
    }

    void aTinyBoxIsMadeLargeEnoughWithinThePhoto() {
        for (const Point corner : {Point{0, 0}, {1, 1}, {1, 0}, {.5, .5}}) {
            const Rectangle box = spanned(corner, corner);
            QVERIFY(isInside(box));
            QVERIFY(std::abs(box.width - smallestBoxSide) < 1e-9);
            QVERIFY(std::abs(box.height - smallestBoxSide) < 1e-9);
        }
    }

    void theCursorTellsWhatAHandleDoes() {
        QCOMPARE(cursorOf(Grip::Left), Qt::SizeHorCursor);
        QCOMPARE(cursorOf(Grip::TopRight), Qt::SizeBDiagCursor);
        QCOMPARE(cursorOf(Grip::Inside), Qt::SizeAllCursor);
        QCOMPARE(cursorOf(Grip::None), Qt::CrossCursor);
    }
};

QTEST_APPLESS_MAIN(TestBoxDrag)
#include "test_box_drag.moc"
