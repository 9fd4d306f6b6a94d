// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/thumbnail.h"
#include "tests/image/test_photos.h"

#include <utility>

using namespace likeness;
using namespace likeness::test;

class TestThumbnail : public QObject {
    Q_OBJECT

    static Result<DecodedPhoto> decodedAgain(const Bytes& jpeg) {
        const Folder folder;
        const auto file = folder / "thumbnail.jpg";
        [&] { QVERIFY(writeFileAtomically(file, jpeg)); }();
        return Decoder().decodeToFit(file, 1000);
    }

    static std::pair<int, int> sizeFor(const DecodedPhoto& photo) {
        const auto jpeg = encodeThumbnail(photo);
        const auto again = decodedAgain(*jpeg);
        return {again->fullWidth, again->fullHeight};
    }

private Q_SLOTS:
    void theLongerSideIsTheThumbnailsSideAndThePictureIsTheSame() {
        const auto jpeg = encodeThumbnail({quarters(600, 450), 4000, 3000, "JPEG"});
        QVERIFY(jpeg);
        const auto again = decodedAgain(*jpeg);
        QVERIFY(again);
        QCOMPARE(again->format, std::string("JPEG"));
        QCOMPARE(std::pair(again->fullWidth, again->fullHeight), std::pair(256, 192));
        QVERIFY(quarterError(again->image) <= 6);
    }

    void squeezedPixelsGetTheirTrueAspectBack() {
        QCOMPARE(sizeFor({quarters(400, 600), 3200, 2400, "JPEG"}), std::pair(256, 192));
        QCOMPARE(sizeFor({quarters(385, 500), 30'000, 2'000, "PNG"}), std::pair(256, 17));
        QCOMPARE(sizeFor({quarters(500, 385), 10, 30'000, "PNG"}), std::pair(1, 256));
    }

    void aSmallPhotoIsNotEnlarged() {
        QCOMPARE(sizeFor({quarters(40, 30), 40, 30, "PNG"}), std::pair(40, 30));
        QCOMPARE(sizeFor({quarters(1, 1), 1, 1, "PNG"}), std::pair(1, 1));
    }

    void itsPixelsComeBackAndRubbishIsRefused() {
        const auto again = decodeThumbnail(*encodeThumbnail({quarters(600, 450), 4000, 3000, "JPEG"}));
        QVERIFY(again);
        QCOMPARE(std::pair(again->width, again->height), std::pair(256, 192));
        QVERIFY(quarterError(*again) <= 6);
        QCOMPARE(decodeThumbnail(Bytes(100)).error().code, ErrorCode::DecodeFailed);
    }

    void aPhotoWithoutPixelsHasNoThumbnail() {
        QCOMPARE(encodeThumbnail({}).error().code, ErrorCode::DecodeFailed);
    }
};

QTEST_APPLESS_MAIN(TestThumbnail)
#include "test_thumbnail.moc"
