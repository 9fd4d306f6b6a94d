// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baseline_features.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace likeness;

namespace {

/// Stripes of two colours, `period` pixels each.
Image stripes(int period, std::array<std::uint8_t, 3> a, std::array<std::uint8_t, 3> b) {
    Image image{160, 160, {}};
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const auto& colour = x / period % 2 == 0 ? a : b;
            image.rgb.insert(image.rgb.end(), colour.begin(), colour.end());
        }
    return image;
}

Image turned(const Image& image) {
    Image other{image.height, image.width, {}};
    for (int y = 0; y < other.height; ++y)
        for (int x = 0; x < other.width; ++x)
            for (int c = 0; c < 3; ++c)
                other.rgb.push_back(image.rgb[static_cast<std::size_t>((x * image.width + y) * 3 + c)]);
    return other;
}

double cosine(Baseline baseline, const Image& a, const Image& b) {
    const Descriptor left = baselineFeature(baseline, a);
    const Descriptor right = baselineFeature(baseline, b);
    return std::inner_product(left.begin(), left.end(), right.begin(), 0.0);
}

constexpr std::array<std::uint8_t, 3> red{220, 30, 30};
constexpr std::array<std::uint8_t, 3> white{240, 240, 240};
constexpr std::array<std::uint8_t, 3> blue{30, 30, 220};

} // namespace

class TestBaselineFeatures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPhotoIsLikeItself() {
        const Image image = stripes(20, red, white);
        for (const Baseline baseline : allBaselines)
            QVERIFY(std::abs(cosine(baseline, image, image) - 1) < 1e-5);
    }

    void coloursDontMindShapes() {
        QVERIFY(cosine(Baseline::HsvHistogram, stripes(20, red, white), turned(stripes(20, red, white))) >
                .99);
        QVERIFY(cosine(Baseline::HsvHistogram, stripes(20, red, white), stripes(20, blue, white)) < .8);
    }

    void shapesDontMindColours() {
        QVERIFY(cosine(Baseline::Hog, stripes(20, red, white), stripes(20, blue, white)) > .95);
        QVERIFY(cosine(Baseline::Hog, stripes(20, red, white), turned(stripes(20, red, white))) < .3);
    }

    void texturesTellFineFromCoarse() {
        const double other = cosine(Baseline::Lbp, stripes(3, red, white), turned(stripes(3, red, white)));
        const double same = cosine(Baseline::Lbp, stripes(3, red, white), stripes(3, blue, white));
        QVERIFY(same > other);
    }

    void aPerceptualHashHasOneSignForEachOf64Frequencies() {
        const Descriptor hash = baselineFeature(Baseline::PHash, stripes(20, red, white));
        QCOMPARE(hash.size(), std::size_t{64});
        for (const float value : hash)
            QVERIFY(std::abs(std::abs(value) - .125F) < 1e-6F);
    }
};

QTEST_APPLESS_MAIN(TestBaselineFeatures)
#include "test_baseline_features.moc"
