// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"
#include "tests/image/test_photos.h"

#include <utility>

using namespace likeness;
using namespace likeness::test;

namespace {

struct Tag {
    std::uint32_t id;
    std::uint32_t type; // 3: 16 bit, 4: 32 bit
    std::uint32_t value;
};

constexpr std::uint32_t jpegOffset = 0x0201;
constexpr std::uint32_t jpegLength = 0x0202;
constexpr std::uint32_t subDirectory = 0x014A;

std::size_t directorySize(std::size_t tags) {
    return 2 + 12 * tags + 4;
}

void appendDirectory(std::string& bytes, const std::vector<Tag>& tags) {
    appendLittleEndian(bytes, static_cast<std::uint32_t>(tags.size()), 2);
    for (const Tag& tag : tags) {
        appendLittleEndian(bytes, tag.id, 2);
        appendLittleEndian(bytes, tag.type, 2);
        appendLittleEndian(bytes, 1, 4);
        appendLittleEndian(bytes, tag.value, 4);
    }
    appendLittleEndian(bytes, 0, 4);
}

/// The bones of a raw file: TIFF 6.0 directories that point to two JPEG previews, as cameras write them.
std::string rawFile(const std::string& smallJpeg, const std::string& largeJpeg, std::uint32_t orientation) {
    const auto sub = static_cast<std::uint32_t>(8 + directorySize(4));
    const auto smallAt = static_cast<std::uint32_t>(sub + directorySize(2));
    const auto smallSize = static_cast<std::uint32_t>(smallJpeg.size());
    const auto largeSize = static_cast<std::uint32_t>(largeJpeg.size());
    std::string bytes("II*\0\x08\0\0\0", 8);
    appendDirectory(bytes, {{0x0112, 3, orientation},
                            {subDirectory, 4, sub},
                            {jpegOffset, 4, smallAt},
                            {jpegLength, 4, smallSize}});
    appendDirectory(bytes, {{jpegOffset, 4, smallAt + smallSize}, {jpegLength, 4, largeSize}});
    return bytes + smallJpeg + largeJpeg;
}

} // namespace

class TestRawPreview : public QObject {
    Q_OBJECT

    Folder folder_;

    std::string jpeg(int width, int height) {
        save(vipsOf(quarters(width, height)), folder_ / "preview.jpg");
        return bytesOfFile(folder_ / "preview.jpg");
    }

private Q_SLOTS:
    void theLargestPreviewIsDecoded() {
        for (const char* name : {"photo.dng", "photo.NEF", "photo.arw"}) {
            saveBytes(folder_ / name, rawFile(jpeg(32, 24), jpeg(320, 240), 1));
            const auto photo = Decoder().decodeForNetwork(folder_ / name, 64);
            QVERIFY2(photo.ok(), photo ? "" : photo.error().text.c_str());
            QCOMPARE(photo->format, std::string("RAW"));
            QCOMPARE(std::pair(photo->fullWidth, photo->fullHeight), std::pair(320, 240));
            QVERIFY(quarterError(photo->image) <= 6);
        }
    }

    void thePreviewIsTurnedAsTheRawFileSays() {
        // Turned by a quarter to the right: what is stored at the left is seen at the top.
        constexpr int seenTurnedRight = 6;
        const std::array<Colour, 4> seen{quarterColours[2], quarterColours[0], quarterColours[3],
                                         quarterColours[1]};
        saveBytes(folder_ / "turned.dng", rawFile(jpeg(32, 24), jpeg(320, 240), seenTurnedRight));
        const auto photo = Decoder().decodeForNetwork(folder_ / "turned.dng", 64);
        QVERIFY(photo);
        QCOMPARE(std::pair(photo->fullWidth, photo->fullHeight), std::pair(240, 320));
        QVERIFY(quarterError(photo->image, seen) <= 6);
    }

    void theSmallerPreviewServesWhereTheLargerIsDamaged() {
        saveBytes(folder_ / "damaged.dng", rawFile(jpeg(320, 240), std::string(5000, 'x'), 1));
        const auto photo = Decoder().decodeForNetwork(folder_ / "damaged.dng", 64);
        QVERIFY2(photo.ok(), photo ? "" : photo.error().text.c_str());
        QCOMPARE(photo->fullWidth, 320);
    }

    void withoutAPreviewARawFileIsRefused() {
        std::string bytes("II*\0\x08\0\0\0", 8);
        appendDirectory(bytes, {{0x0112, 3, 1}});
        saveBytes(folder_ / "bare.dng", bytes);
        const auto photo = Decoder().decodeForNetwork(folder_ / "bare.dng", 64);
        QVERIFY(!photo);
        QVERIFY2(photo.error().code == ErrorCode::NoRawPreview, photo.error().text.c_str());
    }

    void aJpegWithTheSuffixOfARawFileIsAJpeg() {
        saveBytes(folder_ / "renamed.cr2", jpeg(320, 240));
        QCOMPARE(Decoder().decodeForNetwork(folder_ / "renamed.cr2", 64)->format, std::string("JPEG"));
    }

    void thePreviewsPixelsCountAgainstTheLimit() {
        DecodeLimits limits;
        limits.maxPixels = 10'000;
        saveBytes(folder_ / "large.dng", rawFile(jpeg(32, 24), jpeg(320, 240), 1));
        const auto photo = Decoder(limits).decodeForNetwork(folder_ / "large.dng", 64);
        QCOMPARE(photo.error().code, ErrorCode::TooManyPixels);
    }
};

QTEST_APPLESS_MAIN(TestRawPreview)
#include "test_raw_preview.moc"
