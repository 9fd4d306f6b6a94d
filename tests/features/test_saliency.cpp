// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/saliency.h"

#include <QtTest>

#include <cmath>

using namespace likeness;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

/// 4 x 4 cells; what stands out is one cell in the second column of the third row.
SaliencyMap oneCell() {
    SaliencyMap map{4, 4, std::vector<std::uint8_t>(16)};
    map.cells[9] = 255;
    return map;
}

} // namespace

class TestSaliency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStrongestCellHas255AndOthersTheirShare() {
        // Norms of the cells: 5, 0, 2.5.
        const SaliencyMap saliency = saliencyOf({2, 1, 3, {3, 0, 1.5, -4, 0, -2}});
        QCOMPARE(saliency.columns, 3);
        QCOMPARE(saliency.rows, 1);
        QVERIFY(saliency.cells == (std::vector<std::uint8_t>{255, 0, 128}));
    }

    void aMapOfZerosHasNothingThatStandsOut() {
        const SaliencyMap saliency = saliencyOf({1, 2, 2, {0, 0, 0, 0}});
        QVERIFY(saliency.cells == std::vector<std::uint8_t>(4));
    }

    void windowsHaveTheMeanOfTheirCells() {
        const WindowGrid grid(4, 4, {{0, 0, 4, 4}, {0, 2, 2, 2}, {1, 2, 1, 1}, {2, 0, 2, 4}});
        const auto means = meanSaliency(oneCell(), grid);
        QVERIFY(near(means[0], 255.0 / 16) && near(means[1], 255.0 / 4) && near(means[2], 255) &&
                near(means[3], 0));
    }

    void aGridOfAnotherMapOfTheSamePhotoIsWeighedByPlace() {
        const WindowGrid fine(8, 8, {{2, 4, 2, 2}, {0, 4, 4, 4}});
        const auto means = meanSaliency(oneCell(), fine);
        QVERIFY(near(means[0], 255) && near(means[1], 255.0 / 4));
    }

    void theCentreIsWhereSomethingStandsOut() {
        const Point centre = salientCentre(oneCell(), wholePhoto);
        QVERIFY(near(centre.x, 0.375) && near(centre.y, 0.625));
    }

    void whereNothingStandsOutTheCentreIsThatOfTheRectangle() {
        const Rectangle corner{0.5, 0, 0.5, 0.25};
        QVERIFY(salientCentre(oneCell(), corner) == corner.centre());
    }
};

QTEST_APPLESS_MAIN(TestSaliency)
#include "test_saliency.moc"
