// SPDX-License-Identifier: GPL-3.0-or-later
// Good photos of every kind come out upright, in sRGB, in the size that was asked for.
#include "core/image/decoder.h"
#include "tests/image/test_photos.h"

#include <thread>

using namespace likeness;
using namespace likeness::test;

/// The HEVC encoder, which only the tests use, keeps a block of memory.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { // NOLINT(bugprone-reserved-identifier)
    return "leak:libx265";
}

namespace {

constexpr int side = 64;

/// Where the stored pixel (x, y) of a file of width x height is seen (EXIF 2.32, tag 0x0112).
std::pair<int, int> seenAt(int orientation, int x, int y, int width, int height) {
    switch (orientation) {
    case 2:
        return {width - 1 - x, y};
    case 3:
        return {width - 1 - x, height - 1 - y};
    case 4:
        return {x, height - 1 - y};
    case 5:
        return {y, x};
    case 6:
        return {height - 1 - y, x};
    case 7:
        return {height - 1 - y, width - 1 - x};
    case 8:
        return {y, width - 1 - x};
    default:
        return {x, y};
    }
}

/// What a camera held in that way would store of an upright picture.
Image storedAs(int orientation, const Image& upright) {
    const bool swaps = orientation >= 5;
    Image stored{swaps ? upright.height : upright.width, swaps ? upright.width : upright.height, {}};
    for (int y = 0; y < stored.height; ++y)
        for (int x = 0; x < stored.width; ++x) {
            const auto [seenX, seenY] = seenAt(orientation, x, y, stored.width, stored.height);
            for (const int value : colourAt(upright, seenX, seenY))
                stored.rgb.push_back(static_cast<std::uint8_t>(value));
        }
    return stored;
}

VipsImagePtr throughProfile(const VipsImagePtr& image, const char* profile) {
    return vipsResult([&](VipsImage** out) {
        return vips_icc_transform(image.get(), out, profile, "input_profile", "srgb", "intent",
                                  VIPS_INTENT_PERCEPTUAL, nullptr);
    });
}

/// The left half can't be seen.
VipsImagePtr withTransparency(const VipsImagePtr& image) {
    Image mask{image->Xsize, image->Ysize, {}};
    for (int i = 0; i < mask.width * mask.height; ++i)
        mask.rgb.push_back(i % mask.width * 2 < mask.width ? 0 : 255);
    const VipsImagePtr alpha(vips_image_new_from_memory_copy(mask.rgb.data(), mask.rgb.size(), mask.width,
                                                             mask.height, 1, VIPS_FORMAT_UCHAR));
    return vipsResult(
        [&](VipsImage** out) { return vips_bandjoin2(image.get(), alpha.get(), out, nullptr); });
}

} // namespace

class TestDecoder : public QObject {
    Q_OBJECT

    Folder folder_;
    const Decoder decoder_;

    void decodesTo(const std::filesystem::path& file, const std::string& format, int tolerance) {
        const auto photo = decoder_.decodeForNetwork(file, side);
        QVERIFY2(photo.ok(), photo ? "" : photo.error().text.c_str());
        QCOMPARE(photo->format, format);
        QCOMPARE(photo->fullWidth, 160);
        QCOMPARE(photo->fullHeight, 96);
        QCOMPARE(photo->image.rgb.size(), static_cast<std::size_t>(photo->image.width) *
                                              static_cast<std::size_t>(photo->image.height) * 3);
        const int error = quarterError(photo->image);
        QVERIFY2(error <= tolerance, std::to_string(error).c_str());
    }

private Q_SLOTS:
    void everyFormatShowsThePicture_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("tolerance");
        const auto row = [](const char* title, const char* name, const char* options, const char* format,
                            int tolerance) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(options) << QByteArray(format)
                                 << tolerance;
        };
        row("JPEG", "a.jpg", "", "JPEG", 6);
        row("progressive JPEG", "p.jpg", "[interlace=true]", "JPEG", 6);
        row("PNG", "a.png", "", "PNG", 0);
        row("interlaced PNG", "i.png", "[interlace=true]", "PNG", 0);
        row("PNG with a palette", "pal.png", "[palette=true]", "PNG", 6);
        row("WebP", "a.webp", "[Q=90]", "WebP", 8);
        row("TIFF", "a.tif", "", "TIFF", 0);
        row("TIFF in tiles", "t.tif", "[tile,tile-width=32,tile-height=32,compression=deflate]", "TIFF", 0);
        row("TIFF pyramid", "pyr.tif", "[tile,pyramid,tile-width=32,tile-height=32]", "TIFF", 0);
        row("big TIFF", "b.tif", "[bigtiff=true,compression=lzw]", "TIFF", 0);
        row("TIFF of JPEG", "j.tif", "[compression=jpeg]", "TIFF", 8);
        row("GIF", "a.gif", "", "GIF", 8);
        row("HEIC", "a.heic", "[compression=hevc,Q=90]", "HEIC", 8);
        row("AVIF", "a.avif", "[compression=av1,Q=90]", "AVIF", 8);
    }

    void everyFormatShowsThePicture() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, options);
        QFETCH(QByteArray, format);
        QFETCH(int, tolerance);
        const auto file = folder_ / name.toStdString();
        save(vipsOf(quarters(160, 96)), file, options.toStdString());
        decodesTo(file, format.toStdString(), tolerance);
        std::filesystem::rename(file, folder_ / "renamed.jpg");
        decodesTo(folder_ / "renamed.jpg", format.toStdString(), tolerance);
    }

    void aWindowsBitmapShowsThePicture() {
        saveBytes(folder_ / "a.bmp", bmpOf(quarters(160, 96)));
        decodesTo(folder_ / "a.bmp", "BMP", 0);
    }

    void deepAndPressAndScientificColoursBecomeSrgb() {
        const VipsImagePtr picture = vipsOf(quarters(160, 96));
        save(inSpace(picture, VIPS_INTERPRETATION_RGB16), folder_ / "16.png");
        decodesTo(folder_ / "16.png", "PNG", 1);
        save(inSpace(picture, VIPS_INTERPRETATION_RGB16), folder_ / "16.tif");
        decodesTo(folder_ / "16.tif", "TIFF", 1);
        save(inSpace(picture, VIPS_INTERPRETATION_LAB), folder_ / "lab.tif");
        decodesTo(folder_ / "lab.tif", "TIFF", 3);
        save(throughProfile(picture, "cmyk"), folder_ / "cmyk.jpg");
        decodesTo(folder_ / "cmyk.jpg", "JPEG", 18);
        save(throughProfile(picture, "cmyk"), folder_ / "plain.jpg", "[strip]");
        decodesTo(folder_ / "plain.jpg", "JPEG", 18);
    }

    void theEmbeddedProfileDecidesWhatAColourIs() {
        const VipsImagePtr wide = throughProfile(vipsOf(quarters(160, 96)), "p3");
        save(wide, folder_ / "p3.png");
        decodesTo(folder_ / "p3.png", "PNG", 3);
        save(wide, folder_ / "p3.jpg", "[Q=95]");
        decodesTo(folder_ / "p3.jpg", "JPEG", 8);
        save(wide, folder_ / "lost.png", "[strip]");
        QVERIFY(quarterError(decoder_.decodeForNetwork(folder_ / "lost.png", side)->image) > 8);
    }

    void aProfileOfAnotherKindOfImageIsPassedOver() {
        const VipsImagePtr picture = vipsOf(quarters(160, 96));
        VipsBlob* profile = nullptr;
        QVERIFY(vips_profile_load("cmyk", &profile, nullptr) == 0);
        vips_image_set_blob_copy(picture.get(), VIPS_META_ICC_NAME, VIPS_AREA(profile)->data,
                                 VIPS_AREA(profile)->length);
        vips_area_unref(VIPS_AREA(profile));
        save(picture, folder_ / "foreign.jpg");
        decodesTo(folder_ / "foreign.jpg", "JPEG", 6);
    }

    void greyBecomesThreeEqualChannels() {
        for (const auto space : {VIPS_INTERPRETATION_B_W, VIPS_INTERPRETATION_GREY16})
            for (const char* name : {"grey.png", "grey.tif"}) {
                save(inSpace(vipsOf(quarters(160, 96)), space), folder_ / name);
                const auto photo = decoder_.decodeForNetwork(folder_ / name, side);
                QVERIFY(photo);
                const Colour colour = colourAt(photo->image, 2, 2);
                QCOMPARE(colour[0], colour[1]);
                QCOMPARE(colour[1], colour[2]);
                QVERIFY(std::abs(colour[0] - 104) < 12);
            }
    }

    void oneBitScansAreBlackAndWhite() {
        const VipsImagePtr grey = inSpace(vipsOf(quarters(160, 96)), VIPS_INTERPRETATION_B_W);
        save(grey, folder_ / "1.tif", "[bitdepth=1]");
        const auto photo = decoder_.decodeForNetwork(folder_ / "1.tif", side);
        QVERIFY(photo);
        QVERIFY((colourAt(photo->image, 2, 2) == Colour{0, 0, 0}));
        QVERIFY((colourAt(photo->image, photo->image.width - 2, photo->image.height - 2) ==
                 Colour{255, 255, 255}));
    }

    void whatCannotBeSeenIsWhite() {
        constexpr Colour white{255, 255, 255};
        const std::array<Colour, 4> expected{white, quarterColours[1], white, quarterColours[3]};
        const VipsImagePtr picture = withTransparency(vipsOf(quarters(160, 96)));
        for (const char* name : {"alpha.png", "alpha.webp", "alpha.tif", "alpha.gif", "alpha.avif"}) {
            save(picture, folder_ / name);
            const auto photo = decoder_.decodeForNetwork(folder_ / name, side);
            QVERIFY2(photo.ok(), name);
            QVERIFY2(quarterError(photo->image, expected) <= 10, name);
        }
        const VipsImagePtr deep = inSpace(picture, VIPS_INTERPRETATION_RGB16);
        save(deep, folder_ / "deep.png");
        QVERIFY(quarterError(decoder_.decodeForNetwork(folder_ / "deep.png", side)->image, expected) <= 1);
    }

    void allEightOrientationsGiveTheSameUprightPicture() {
        for (int orientation = 1; orientation <= 8; ++orientation)
            for (const auto& [name, format] :
                 {std::pair("o.jpg", "JPEG"), std::pair("o.webp", "WebP"), std::pair("o.tif", "TIFF")}) {
                const VipsImagePtr stored = vipsOf(storedAs(orientation, quarters(160, 96)));
                vips_image_set_int(stored.get(), VIPS_META_ORIENTATION, orientation);
                save(stored, folder_ / name);
                decodesTo(folder_ / name, format, 8);
            }
    }

    void jpegIsShrunkOnLoadAndThenByWholeFactors() {
        save(largeQuarters(3000, 2920, 20), folder_ / "eighth.jpg");
        const auto eighth = decoder_.decodeForNetwork(folder_ / "eighth.jpg", 384);
        QVERIFY(eighth);
        QCOMPARE(std::pair(eighth->image.width, eighth->image.height), std::pair(375, 365));
        QCOMPARE(std::pair(eighth->fullWidth, eighth->fullHeight), std::pair(3000, 2920));
        save(largeQuarters(3200, 2400, 20), folder_ / "quarter.jpg");
        const auto quarter = decoder_.decodeForNetwork(folder_ / "quarter.jpg", 384);
        QCOMPARE(std::pair(quarter->image.width, quarter->image.height), std::pair(400, 600));
    }

    void theOtherFormatsKeepAtLeastTheInputSide() {
        for (const char* name : {"big.png", "big.webp", "big.tif", "big.gif"}) {
            save(largeQuarters(1000, 800, 20), folder_ / name);
            const auto photo = decoder_.decodeForNetwork(folder_ / name, 384);
            QVERIFY2(photo.ok(), name);
            QCOMPARE(std::pair(photo->image.width, photo->image.height), std::pair(500, 400));
        }
    }

    void aSmallPhotoIsNotEnlarged() {
        save(vipsOf(quarters(40, 30)), folder_ / "small.png");
        const auto photo = decoder_.decodeForNetwork(folder_ / "small.png", 384);
        QCOMPARE(std::pair(photo->image.width, photo->image.height), std::pair(40, 30));
        const auto shown = decoder_.decodeToFit(folder_ / "small.png", 384);
        QCOMPARE(std::pair(shown->image.width, shown->image.height), std::pair(40, 30));
    }

    void fittingKeepsTheAspect() {
        for (const char* name : {"fit.jpg", "fit.png", "fit.webp"}) {
            save(largeQuarters(1600, 960, 20), folder_ / name);
            const auto photo = decoder_.decodeToFit(folder_ / name, 300);
            QVERIFY(photo);
            QCOMPARE(std::pair(photo->image.width, photo->image.height), std::pair(300, 180));
            QVERIFY(quarterError(photo->image) <= 8);
        }
        save(largeQuarters(2000, 20, 20), folder_ / "thin.png");
        const auto thin = decoder_.decodeToFit(folder_ / "thin.png", 50);
        QCOMPARE(std::pair(thin->image.width, thin->image.height), std::pair(50, 1));
    }

    void namesMayBeAnyBytes() {
        save(vipsOf(quarters(160, 96)), folder_ / "plain.jpg");
        for (const char* name : {"照片.jpg", "two\nlines.jpg", "\xFF\xFE.jpg", "a[page=1].jpg", "%d.jpg",
                                 "a:b.jpg", "-a.jpg", " .jpg"}) {
            std::filesystem::copy_file(folder_ / "plain.jpg", folder_ / name);
            decodesTo(folder_ / name, "JPEG", 6);
        }
    }

    void severalThreadsDecodeAtOnce() {
        save(largeQuarters(1600, 960, 20), folder_ / "t.jpg");
        save(throughProfile(largeQuarters(1600, 960, 20), "p3"), folder_ / "t.png");
        saveBytes(folder_ / "broken.jpg", bytesOfFile(folder_ / "t.jpg").substr(0, 3000));
        const auto jpeg = decoder_.decodeForNetwork(folder_ / "t.jpg", side);
        const auto png = decoder_.decodeForNetwork(folder_ / "t.png", side);
        std::atomic<int> right = 0;
        const auto work = [&] {
            for (int i = 0; i < 5; ++i) {
                right += decoder_.decodeForNetwork(folder_ / "t.jpg", side)->image.rgb == jpeg->image.rgb;
                right += decoder_.decodeForNetwork(folder_ / "t.png", side)->image.rgb == png->image.rgb;
                right += !decoder_.decodeForNetwork(folder_ / "broken.jpg", side).ok();
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back(work);
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(right.load(), 6 * 5 * 3);
    }
};

QTEST_APPLESS_MAIN(TestDecoder)
#include "test_decoder.moc"
