// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/preprocessing.h"

#include <QtTest>

using namespace likeness;

namespace {

Image plain(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        image.rgb.insert(image.rgb.end(), {red, green, blue});
    return image;
}

InputSpec specOf(int width, int height) {
    InputSpec spec;
    spec.width = width;
    spec.height = height;
    spec.mean = {127.0F, 100.0F, 50.0F};
    spec.scale = 1.0F / 128.0F;
    return spec;
}

} // namespace

class TestPreprocessing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void channelsComeInPlanesOfRedGreenBlue() {
        const auto input = networkInput(plain(4, 2, 255, 100, 18), specOf(4, 2));
        QCOMPARE(input.size(), std::size_t{24});
        for (std::size_t i = 0; i < 8; ++i) {
            QCOMPARE(input[i], 1.0F);
            QCOMPARE(input[8 + i], 0.0F);
            QCOMPARE(input[16 + i], -0.25F);
        }
    }

    void aPhotoOfTheRightSizeIsTakenPixelByPixel() {
        Image image{2, 1, {127, 0, 0, 255, 0, 0}};
        const auto input = networkInput(image, specOf(2, 1));
        QCOMPARE(input[0], 0.0F);
        QCOMPARE(input[1], 1.0F);
    }

    void shrinkingAveragesTheArea() {
        const Image image{2, 2, {0, 0, 0, 100, 0, 0, 200, 0, 0, 100, 0, 40}};
        const Image shrunk = resized(image, 1, 1);
        QCOMPARE(shrunk.rgb, (std::vector<std::uint8_t>{100, 0, 10}));
    }

    void aPlainPhotoStaysPlainAtEverySize() {
        for (auto [width, height] : {std::pair{1, 1}, {7, 3}, {3, 200}, {200, 3}, {384, 384}}) {
            const Image image = resized(plain(50, 40, 9, 130, 251), width, height);
            QCOMPARE(image.width, width);
            QCOMPARE(image.height, height);
            QCOMPARE(image.rgb, plain(width, height, 9, 130, 251).rgb);
        }
    }

    void aPhotoWithoutPixelsGivesNoInput() {
        QVERIFY(resized({}, 4, 4).empty());
        QVERIFY(networkInput({}, specOf(4, 4)).empty());
    }
};

QTEST_APPLESS_MAIN(TestPreprocessing)
#include "test_preprocessing.moc"
