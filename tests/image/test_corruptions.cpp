// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/corruptions.h"

#include "core/image/decoder.h"

#include <QtTest>

#include <cmath>

using namespace likeness;

namespace {

double meanDifference(const Image& a, const Image& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        sum += std::abs(a.rgb[i] - b.rgb[i]);
    return sum / static_cast<double>(a.rgb.size());
}

} // namespace

class TestCorruptions : public QObject {
    Q_OBJECT

    Image photo_;

    static const Corruption& corruption(int number) {
        return allCorruptions()[static_cast<std::size_t>(number)];
    }

    static void addRows() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < std::ssize(allCorruptions()); ++i)
            QTest::newRow(std::string(corruption(i).name).c_str()) << i;
    }

private Q_SLOTS:
    void initTestCase() {
        const auto photo = Decoder().decodeToFit(LIKENESS_SOURCE_DIR "/resources/samples/hat/hat-1.jpg", 240);
        QVERIFY(photo);
        photo_ = photo->image;
    }

    void thereAreTheFifteenOfImageNetCAndThreeMore() { QCOMPARE(allCorruptions().size(), std::size_t{18}); }

    void everySeverityChangesThePhoto_data() { addRows(); }
    void everySeverityChangesThePhoto() {
        QFETCH(int, number);
        for (int severity = 1; severity <= 5; ++severity) {
            const Image spoiled = corruption(number).apply(photo_, severity, 1);
            QVERIFY(!spoiled.empty());
            QCOMPARE(spoiled.rgb.size(),
                     static_cast<std::size_t>(spoiled.width) * static_cast<std::size_t>(spoiled.height) * 3);
            QVERIFY(spoiled.width != photo_.width || spoiled.height != photo_.height ||
                    meanDifference(photo_, spoiled) > .5);
        }
    }

    void theSameSeedGivesTheSamePixels_data() { addRows(); }
    void theSameSeedGivesTheSamePixels() {
        QFETCH(int, number);
        QVERIFY(corruption(number).apply(photo_, 3, 5).rgb == corruption(number).apply(photo_, 3, 5).rgb);
    }

    void noiseGrowsWithItsSeverity_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < std::ssize(allCorruptions()); ++i)
            if (corruption(i).family == "noise" || corruption(i).name == "brightness" ||
                corruption(i).name == "contrast" || corruption(i).name == "jpeg" ||
                corruption(i).name == "defocus blur")
                QTest::newRow(std::string(corruption(i).name).c_str()) << i;
    }
    void noiseGrowsWithItsSeverity() {
        QFETCH(int, number);
        double before = 0;
        for (int severity = 1; severity <= 5; ++severity) {
            const double difference = meanDifference(photo_, corruption(number).apply(photo_, severity, 1));
            QVERIFY(difference > before);
            before = difference;
        }
    }

    void cropsKeepTheMiddle() {
        const auto crop = std::ranges::find(allCorruptions(), "crop", &Corruption::name);
        const Image half = crop->apply(photo_, 5, 1);
        QVERIFY(std::abs(half.width - photo_.width / 2) <= 2);
        QVERIFY(std::abs(half.height - photo_.height / 2) <= 2);
    }
};

QTEST_APPLESS_MAIN(TestCorruptions)
#include "test_corruptions.moc"
