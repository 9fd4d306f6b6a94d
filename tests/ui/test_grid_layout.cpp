// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/grid_layout.h"

#include <QtTest>

using likeness::ui::GridLayout;

class TestGridLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTileIsFoundAtItsCorners_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 90;
        QTest::newRow("odd") << 613;
        QTest::newRow("wide") << 1900;
    }

    void everyTileIsFoundAtItsCorners() {
        QFETCH(int, width);
        const GridLayout layout(width, 152, 50);
        for (int i = 0; i < 50; ++i) {
            const QRect tile = layout.tileRect(i);
            QCOMPARE(layout.indexAt(tile.topLeft()), i);
            QCOMPARE(layout.indexAt(tile.bottomRight()), i);
            QVERIFY(tile.left() >= GridLayout::gap && tile.right() < width);
        }
    }

    void tilesFillTheWidthToTheEdge() {
        for (int width = 200; width < 2000; width += 7) {
            const GridLayout layout(width, 152, 1000);
            const QRect last = layout.tileRect(layout.columns() - 1);
            QVERIFY(width - last.right() - 1 <= GridLayout::gap + 1);
            QVERIFY(layout.tile().width() > 100 && layout.tile().width() < 230);
        }
    }

    void theVisibleRangeHoldsEveryTileThatTouchesTheView() {
        const GridLayout layout(700, 152, 203);
        const int top = 777;
        const int bottom = top + 500;
        for (int i = 0; i < 203; ++i) {
            const QRect tile = layout.tileRect(i);
            const bool touches = tile.bottom() >= top && tile.top() < bottom;
            const bool inRange = i >= layout.firstIndexFrom(top) && i < layout.endIndexAt(bottom);
            QVERIFY(!touches || inRange);
        }
    }

    void sectionsStandUnderTheirHeadings() {
        const GridLayout layout(700, 152, 50, {0, 7, 8, 30});
        QCOMPARE(layout.headingRect(0).top(), 0);
        for (const int first : {7, 8, 30}) {
            const QRect tile = layout.tileRect(first);
            QCOMPARE(tile.left(), GridLayout::gap);
            QVERIFY(tile.top() >= layout.tileRect(first - 1).bottom() + GridLayout::headingHeight);
        }
        for (int i = 0; i < 50; ++i)
            QCOMPARE(layout.indexAt(layout.tileRect(i).center()), i);
        QCOMPARE(layout.indexAt(layout.headingRect(2).center()), -1);
        QVERIFY(layout.contentHeight() > layout.tileRect(49).bottom());
    }

    void theVisibleRangeOfSectionsHoldsEveryTileThatTouchesTheView() {
        const GridLayout layout(700, 152, 203, {0, 3, 50, 51, 52, 150});
        for (int top = 0; top < layout.contentHeight(); top += 97)
            for (int i = 0; i < 203; ++i) {
                const QRect tile = layout.tileRect(i);
                const bool touches = tile.bottom() >= top && tile.top() < top + 500;
                const bool inRange = i >= layout.firstIndexFrom(top) && i < layout.endIndexAt(top + 500);
                QVERIFY(!touches || inRange);
            }
    }

    void upAndDownCrossHeadings() {
        const GridLayout layout(700, 152, 12, {0, 6, 7}); // four columns
        QCOMPARE(layout.columns(), 4);
        QCOMPARE(layout.below(1), 5);
        QCOMPARE(layout.below(3), 5);
        QCOMPARE(layout.below(5), 6);
        QCOMPARE(layout.below(6), 7);
        QCOMPARE(layout.below(9), 11);
        QCOMPARE(layout.below(11), 11);
        QCOMPARE(layout.above(8), 6);
        QCOMPARE(layout.above(6), 4);
        QCOMPARE(layout.above(5), 1);
        QCOMPARE(layout.above(2), 2);
    }

    void headingsOfRowsThatAreGoneDoNoHarm() {
        const GridLayout layout(700, 152, 2, {0, 5, 9});
        QCOMPARE(layout.indexAt(layout.tileRect(1).center()), 1);
        QCOMPARE(layout.endIndexAt(5000), 2);
    }

    void nothingIsBetweenTilesNorBehindTheLast() {
        const GridLayout layout(700, 152, 5);
        QCOMPARE(layout.indexAt({1, 1}), -1);
        QCOMPARE(layout.indexAt(layout.tileRect(0).topRight() + QPoint(2, 10)), -1);
        QCOMPARE(layout.indexAt({350, 4000}), -1);
    }
};

QTEST_APPLESS_MAIN(TestGridLayout)
#include "test_grid_layout.moc"
