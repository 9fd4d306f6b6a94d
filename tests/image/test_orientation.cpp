// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/orientation.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace likeness;

namespace {

constexpr int width = 20;
constexpr int height = 12;

/// Every pixel unlike every other.
Image manyColours() {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.rgb.insert(image.rgb.end(),
                             {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), std::uint8_t{7}});
    return image;
}

/// Black, with a white box from (3, 2) to (8, 4).
Image whiteBox() {
    Image image{width, height, std::vector<std::uint8_t>(std::size_t{3} * width * height)};
    for (int y = 2; y < 4; ++y)
        for (int x = 3; x < 8; ++x)
            std::fill_n(image.rgb.begin() + (y * width + x) * 3, 3, std::uint8_t{255});
    return image;
}

constexpr Rectangle boxPlace{3.0 / width, 2.0 / height, 5.0 / width, 2.0 / height};

/// What surrounds the white pixels.
Rectangle whitePlace(const Image& image) {
    int left = image.width;
    int top = image.height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const int value = (y * image.width + x) * 3;
            if (image.rgb[static_cast<std::size_t>(value)] == 255) {
                left = std::min(left, x);
                top = std::min(top, y);
                right = std::max(right, x + 1);
                bottom = std::max(bottom, y + 1);
            }
        }
    return {static_cast<double>(left) / image.width, static_cast<double>(top) / image.height,
            static_cast<double>(right - left) / image.width,
            static_cast<double>(bottom - top) / image.height};
}

bool near(const Rectangle& a, const Rectangle& b) {
    return std::abs(a.x - b.x) < 1e-9 && std::abs(a.y - b.y) < 1e-9 && std::abs(a.width - b.width) < 1e-9 &&
           std::abs(a.height - b.height) < 1e-9;
}

bool same(const Image& a, const Image& b) {
    return a.width == b.width && a.height == b.height && a.rgb == b.rgb;
}

std::vector<Orientation> allOrientations() {
    std::vector<Orientation> all;
    for (const auto mirror : {Orientation::Mirror::No, Orientation::Mirror::Yes})
        for (int turns = 0; turns < 4; ++turns)
            all.push_back({mirror, turns});
    return all;
}

} // namespace

class TestOrientation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBoxIsWhereItsPlaceGoesInAllEightOrientations() {
        for (const Orientation orientation : allOrientations())
            QVERIFY(near(whitePlace(oriented(whiteBox(), orientation)), oriented(boxPlace, orientation)));
    }

    void theEightOrientationsDiffer() {
        std::vector<Image> images;
        for (const Orientation orientation : allOrientations()) {
            const Image image = oriented(manyColours(), orientation);
            QVERIFY(std::ranges::none_of(images, [&](const Image& other) { return same(image, other); }));
            images.push_back(image);
        }
    }

    void turnsAreClockwise() {
        // The top left corner goes to the top right one.
        const Image turned = oriented(Image{2, 1, {255, 0, 0, 0, 0, 255}}, {Orientation::Mirror::No, 1});
        QVERIFY(same(turned, Image{1, 2, {255, 0, 0, 0, 0, 255}}));
        QVERIFY(near(oriented(Rectangle{0, 0, 0.25, 0.5}, {Orientation::Mirror::No, 1}),
                     Rectangle{0.5, 0, 0.5, 0.25}));
    }

    void fourQuarterTurnsChangeNothing() {
        Image image = manyColours();
        Rectangle place = boxPlace;
        for (int turn = 0; turn < 4; ++turn) {
            image = oriented(image, {Orientation::Mirror::No, 1});
            place = oriented(place, {Orientation::Mirror::No, 1});
        }
        QVERIFY(same(image, manyColours()));
        QVERIFY(near(place, boxPlace));
    }

    void everyMirroredOrientationUndoesItself() {
        for (int turns = 0; turns < 4; ++turns) {
            const Orientation mirrored{Orientation::Mirror::Yes, turns};
            QVERIFY(same(oriented(oriented(manyColours(), mirrored), mirrored), manyColours()));
            QVERIFY(near(oriented(oriented(boxPlace, mirrored), mirrored), boxPlace));
        }
    }

    void aCropHasThePixelsUnderTheRectangle() {
        const Image box = cropped(whiteBox(), boxPlace);
        QCOMPARE(box.width, 5);
        QCOMPARE(box.height, 2);
        QVERIFY(std::ranges::all_of(box.rgb, [](std::uint8_t value) { return value == 255; }));
        QVERIFY(same(cropped(manyColours(), wholePhoto), manyColours()));
    }

    void theEdgesOfEveryPixelCropThatPixelAlone() {
        for (int x = 0; x < width; ++x)
            for (int y = 0; y < height; ++y) {
                const Image pixel =
                    cropped(manyColours(), {static_cast<double>(x) / width, static_cast<double>(y) / height,
                                            1.0 / width, 1.0 / height});
                QVERIFY(same(pixel, Image{1,
                                          1,
                                          {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y),
                                           std::uint8_t{7}}}));
            }
    }

    void pixelsThatAreTouchedAreIn() {
        const Image image = cropped(manyColours(), {2.5 / width, 1.5 / height, 2.0 / width, 1.0 / height});
        QCOMPARE(image.width, 3);
        QCOMPARE(image.height, 2);
    }

    void anyRectangleGivesAtLeastOnePixel() {
        for (const Rectangle& place : {Rectangle{1, 1, 0, 0}, Rectangle{0, 0, 0, 0},
                                       Rectangle{-1, -1, 0.5, 0.5}, Rectangle{2, 2, 1, 1}}) {
            const Image image = cropped(manyColours(), place);
            QCOMPARE(image.width, 1);
            QCOMPARE(image.height, 1);
            QCOMPARE(image.rgb.size(), std::size_t{3});
        }
    }
};

QTEST_APPLESS_MAIN(TestOrientation)
#include "test_orientation.moc"
