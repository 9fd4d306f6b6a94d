// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/window_grid.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace likeness;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

bool isInside(const CellWindow& window, const WindowGrid& grid) {
    return window.width > 0 && window.height > 0 && window.x >= 0 && window.y >= 0 &&
           window.x + window.width <= grid.columns() && window.y + window.height <= grid.rows();
}

/// Maps of the pack's sizes, and some that the sides don't divide.
std::vector<WindowGrid> manyGrids() {
    std::vector<WindowGrid> grids;
    for (const auto& [columns, rows] : {std::pair{12, 12}, {24, 24}, {7, 7}, {14, 9}, {5, 31}, {1, 1}}) {
        grids.push_back(regionGrid(columns, rows));
        grids.push_back(partGrid(columns, rows));
    }
    return grids;
}

} // namespace

class TestWindowGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMapsOfThePackHave39RegionsAnd275Parts() {
        QCOMPARE(regionGrid(12, 12).size(), std::size_t{39});
        QCOMPARE(partGrid(24, 24).size(), std::size_t{275});
    }

    void theFirstRegionIsTheWholePhoto() {
        QVERIFY(regionGrid(12, 12)[0] == (CellWindow{0, 0, 12, 12}));
        QVERIFY(regionGrid(12, 12).place(0) == wholePhoto);
    }

    void partsHaveFourShapes() {
        std::vector<std::pair<int, int>> shapes;
        const WindowGrid grid = partGrid(24, 24);
        for (const CellWindow& window : grid.windows())
            if (std::ranges::find(shapes, std::pair(window.width, window.height)) == shapes.end())
                shapes.emplace_back(window.width, window.height);
        QVERIFY(shapes == (std::vector<std::pair<int, int>>{{4, 4}, {8, 4}, {4, 8}, {8, 8}}));
    }

    void everyWindowLiesOnTheMapOnce() {
        for (const WindowGrid& grid : manyGrids())
            for (std::size_t i = 0; i < grid.size(); ++i)
                QVERIFY(isInside(grid[i], grid));
        for (const WindowGrid& grid : {regionGrid(12, 12), partGrid(24, 24)})
            for (const CellWindow& window : grid.windows())
                QCOMPARE(std::ranges::count(grid.windows(), window), 1);
    }

    void theWindowsOfEachSizeCoverTheMap() {
        const WindowGrid grid = partGrid(24, 24);
        for (const CellWindow& shape : {CellWindow{0, 0, 4, 4}, {0, 0, 8, 4}, {0, 0, 4, 8}, {0, 0, 8, 8}})
            for (int cell = 0; cell < 24 * 24; ++cell)
                QVERIFY(std::ranges::any_of(grid.windows(), [&](const CellWindow& window) {
                    const int x = cell % 24 - window.x;
                    const int y = cell / 24 - window.y;
                    return window.width == shape.width && window.height == shape.height && x >= 0 &&
                           x < shape.width && y >= 0 && y < shape.height;
                }));
    }

    void placesAreFractionsOfThePhoto() {
        const WindowGrid grid(4, 8, {{1, 2, 2, 4}});
        const Rectangle place = grid.place(0);
        QVERIFY(near(place.x, 0.25) && near(place.y, 0.25));
        QVERIFY(near(place.width, 0.5) && near(place.height, 0.5));
    }

    void theCellsUnderAWindowsPlaceAreItsOwn() {
        for (const WindowGrid& grid : manyGrids())
            for (std::size_t i = 0; i < grid.size(); ++i)
                for (const double least : {0.0, 0.25, 0.5})
                    QVERIFY(cellsUnder(grid.place(i), grid.columns(), grid.rows(), least) == grid[i]);
    }

    void onAMapOfTwiceTheCellsAPlaceHasTwiceTheCells() {
        const WindowGrid grid = regionGrid(12, 12);
        for (std::size_t i = 0; i < grid.size(); ++i) {
            const CellWindow& window = grid[i];
            QVERIFY(cellsUnder(grid.place(i), 24, 24, 0) ==
                    (CellWindow{2 * window.x, 2 * window.y, 2 * window.width, 2 * window.height}));
        }
    }

    void cellsThatAreTouchedTooLittleAreLeftOut() {
        // On ten cells from 2.1 to 4.2: the fourth is touched by a fifth, the second by nine tenths.
        const Rectangle place{0.21, 0.21, 0.21, 0.21};
        QVERIFY(cellsUnder(place, 10, 10, 0.1) == (CellWindow{2, 2, 3, 3}));
        QVERIFY(cellsUnder(place, 10, 10, 0.3) == (CellWindow{2, 2, 2, 2}));
    }

    void anyRectangleHasACellOnTheMap() {
        for (const Rectangle& place :
             {Rectangle{0, 0, 0, 0}, Rectangle{1, 1, 0, 0}, Rectangle{0.5, 0.5, 0, 0},
              Rectangle{-3, -3, 1, 1}, Rectangle{2, 2, 1, 1}, Rectangle{-1, -1, 4, 4}})
            for (const double least : {0.0, 0.5})
                QVERIFY(isInside(cellsUnder(place, 12, 12, least), regionGrid(12, 12)));
    }
};

QTEST_APPLESS_MAIN(TestWindowGrid)
#include "test_window_grid.moc"
