// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/window_pooling.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace likeness;

namespace {

/// Activations around 0, as a network without a last rectifier gives them.
FeatureMap randomMap(int channels, int height, int width) {
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    FeatureMap map{channels, height, width, {}};
    for (int i = 0; i < channels * height * width; ++i)
        map.values.push_back(normal(random));
    return map;
}

double powered(float value, float p) {
    return p == 1.0F ? static_cast<double>(value)
                     : std::pow(std::max(static_cast<double>(value), 1e-6), static_cast<double>(p));
}

/// By the definition, cell by cell.
Descriptor naivePool(const FeatureMap& map, const CellWindow& window, float p) {
    std::vector<double> pooled;
    double squares = 0;
    for (int c = 0; c < map.channels; ++c) {
        double sum = 0;
        for (int y = window.y; y < window.y + window.height; ++y)
            for (int x = window.x; x < window.x + window.width; ++x) {
                const int cell = y * map.width + x;
                sum += powered(map.channel(c)[static_cast<std::size_t>(cell)], p);
            }
        const double mean = sum / (window.width * window.height);
        pooled.push_back(p == 1.0F ? mean : std::pow(mean, 1.0 / static_cast<double>(p)));
        squares += pooled.back() * pooled.back();
    }
    Descriptor descriptor;
    for (const double value : pooled)
        descriptor.push_back(static_cast<float>(value / std::sqrt(squares)));
    return descriptor;
}

double farthest(const Descriptor& a, const Descriptor& b) {
    double most = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return most;
}

} // namespace

class TestWindowPooling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWindowIsPooledAsANaiveLoopPoolsIt_data() {
        QTest::addColumn<float>("p");
        QTest::newRow("mean, of negative values too") << 1.0F;
        QTest::newRow("cubes") << 3.0F;
        QTest::newRow("any power") << 2.5F;
    }

    /// Sums of a whole map round by some 1e-14, whose cube root is 2e-5: what a channel without activations
    /// has.
    void everyWindowIsPooledAsANaiveLoopPoolsIt() {
        QFETCH(float, p);
        const FeatureMap map = randomMap(5, 12, 14);
        const WindowPooling pooling(map, p);
        for (const WindowGrid& grid : {regionGrid(14, 12), partGrid(14, 12)})
            for (const CellWindow& window : grid.windows())
                QVERIFY(farthest(pooling.pool(window), naivePool(map, window, p)) < 1e-4);
    }

    void singleCellsAreDescribedByThemselves() {
        const FeatureMap map = randomMap(6, 3, 4);
        const WindowPooling pooling(map, 1.0F);
        for (int y = 0; y < 3; ++y)
            for (int x = 0; x < 4; ++x)
                QVERIFY(farthest(pooling.pool({x, y, 1, 1}), naivePool(map, {x, y, 1, 1}, 1.0F)) < 1e-5);
    }

    void theWholeMapGivesWhatGemGives() {
        const FeatureMap map = randomMap(20, 12, 12);
        QVERIFY(farthest(WindowPooling(map, 3.0F).pool({0, 0, 12, 12}), gemPool(map, 3.0F)) < 1e-6);
        QVERIFY(farthest(WindowPooling(map, 2.0F).pool({0, 0, 12, 12}), gemPool(map, 2.0F)) < 1e-6);
    }

    void pooledVectorsHaveLengthOne() {
        const WindowPooling pooling(randomMap(9, 6, 6), 3.0F);
        double squares = 0;
        for (const float value : pooling.pool({1, 2, 3, 4}))
            squares += static_cast<double>(value) * static_cast<double>(value);
        QVERIFY(std::abs(squares - 1) < 1e-5);
    }

    void whatLiesOutsideAWindowDoesNotCount() {
        FeatureMap map = randomMap(4, 6, 6);
        const Descriptor before = WindowPooling(map, 3.0F).pool({2, 2, 3, 3});
        map.values[0] = 1000.0F; // the top left cell of the first channel
        QVERIFY(farthest(WindowPooling(map, 3.0F).pool({2, 2, 3, 3}), before) < 1e-4);
    }
};

QTEST_APPLESS_MAIN(TestWindowPooling)
#include "test_window_pooling.moc"
