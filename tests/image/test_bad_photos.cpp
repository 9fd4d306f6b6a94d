// SPDX-License-Identifier: GPL-3.0-or-later
// Files that can't be decoded, or must not be, are refused with the reason; and those at the edge are not.
#include "core/image/decoder.h"
#include "tests/image/test_photos.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <vector>

using namespace likeness;
using namespace likeness::test;

namespace {

/// ISO 3309, as PNG wants it.
std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1U ^ (0xEDB88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

void putBigEndian(std::string& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<char>(value >> (24 - 8 * i) & 0xFFU);
}

/// A small PNG that says it is large: the header comes at byte 12, its checksum at 29.
std::string bombOf(std::string png, std::uint32_t width, std::uint32_t height) {
    putBigEndian(png, 16, width);
    putBigEndian(png, 20, height);
    putBigEndian(png, 29, crc32(std::string_view(png).substr(12, 17)));
    return png;
}

void appendLittleEndian(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// A whole TIFF (revision 6.0) of 8 x 8 pixels as YCbCr with chroma at half the width and height.
std::string subsampledTiff() {
    constexpr std::uint32_t shortType = 3;
    constexpr std::uint32_t longType = 4;
    constexpr std::uint32_t dataAt = 8;
    constexpr std::uint32_t dataSize = 8 * 8 + 2 * 4 * 4;
    constexpr std::uint32_t bitsAt = dataAt + dataSize;
    const std::vector<std::array<std::uint32_t, 4>> tags{{256, shortType, 1, 8},
                                                         {257, shortType, 1, 8},
                                                         {258, shortType, 3, bitsAt},
                                                         {259, shortType, 1, 1},
                                                         {262, shortType, 1, 6},
                                                         {273, longType, 1, dataAt},
                                                         {277, shortType, 1, 3},
                                                         {278, shortType, 1, 8},
                                                         {279, longType, 1, dataSize},
                                                         {284, shortType, 1, 1},
                                                         {530, shortType, 2, 2 | 2U << 16U}};
    std::string bytes("II*\0", 4);
    appendLittleEndian(bytes, bitsAt + 8, 4);
    bytes += std::string(dataSize, '\x80');
    for (const std::uint32_t bits : {8U, 8U, 8U, 0U})
        appendLittleEndian(bytes, bits, 2);
    appendLittleEndian(bytes, static_cast<std::uint32_t>(tags.size()), 2);
    for (const auto& [tag, type, count, value] : tags) {
        appendLittleEndian(bytes, tag, 2);
        appendLittleEndian(bytes, type, 2);
        appendLittleEndian(bytes, count, 4);
        appendLittleEndian(bytes, value, 4);
    }
    appendLittleEndian(bytes, 0, 4);
    return bytes;
}

/// Runs `check` in a process that has no rights but everybody's, also where the tests run as root.
template <typename Check>
bool holdsForANobody(Check&& check) {
    constexpr uid_t nobody = 65534;
    const pid_t child = ::fork();
    if (child == 0) {
        const bool isRoot = ::geteuid() == 0;
        const bool dropped =
            !isRoot || (::setgroups(0, nullptr) == 0 && ::setresgid(nobody, nobody, nobody) == 0 &&
                        ::setresuid(nobody, nobody, nobody) == 0);
        ::_exit(dropped && check() ? 0 : 1);
    }
    int status = -1;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

class TestBadPhotos : public QObject {
    Q_OBJECT

    Folder folder_;

    void refuses(const std::filesystem::path& file, ErrorCode code, DecodeLimits limits = {}) {
        for (const auto& photo :
             {Decoder(limits).decodeForNetwork(file, 64), Decoder(limits).decodeToFit(file, 64)}) {
            QVERIFY2(!photo.ok(), file.c_str());
            QVERIFY2(photo.error().code == code, photo.error().text.c_str());
            QVERIFY(!photo.error().arguments.empty());
        }
    }

    std::filesystem::path photo(const std::string& name) {
        save(vipsOf(quarters(160, 96)), folder_ / name);
        return folder_ / name;
    }

private Q_SLOTS:
    void whatIsNotThereIsNotFound() {
        refuses(folder_ / "nothing.jpg", ErrorCode::FileNotFound);
        refuses(photo("a.jpg") / "below.jpg", ErrorCode::FileNotFound);
    }

    void whatIsNoFileIsNotReadable() {
        std::filesystem::create_directory(folder_ / "folder.jpg");
        refuses(folder_ / "folder.jpg", ErrorCode::FileNotReadable);
        QCOMPARE(::mkfifo((folder_ / "pipe.jpg").c_str(), 0600), 0);
        refuses(folder_ / "pipe.jpg", ErrorCode::FileNotReadable);
    }

    void aFileWithoutPermissionIsNotReadable() {
        const auto file = photo("secret.jpg");
        std::filesystem::permissions(file.parent_path(), std::filesystem::perms(0755));
        std::filesystem::permissions(file, std::filesystem::perms::none);
        QVERIFY(holdsForANobody([&] {
            const auto refused = Decoder().decodeForNetwork(file, 64);
            return !refused && refused.error().code == ErrorCode::FileNotReadable &&
                   refused.error().arguments.size() == 2;
        }));
    }

    void anEmptyFileIsToldFromADamagedOne() {
        saveBytes(folder_ / "empty.jpg", "");
        refuses(folder_ / "empty.jpg", ErrorCode::FileEmpty);
    }

    void whatIsNoPhotoIsUnsupportedWhateverItsName_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("Dear diary, today I saw a photo.\n");
        QTest::newRow("text that begins like a bitmap")
            << QByteArray("BMW is a maker of cars and of much more");
        QTest::newRow("one byte") << QByteArray("\xFF");
        QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        QTest::newRow("PDF") << QByteArray("%PDF-1.4\n%%EOF\n");
        QTest::newRow("PPM") << QByteArray("P6 1 1 255\nabc");
        QTest::newRow("Radiance") << QByteArray("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\nabcd");
        QTest::newRow("JPEG XL") << QByteArray("\xFF\x0A\x00\x10\xB0\x13\x08\x08", 8);
        QTest::newRow("video") << QByteArray("\0\0\0\x18"
                                             "ftypisom\0\0\2\0isommp42",
                                             24);
        QTest::newRow("CSV") << QByteArray("1,2,3\n4,5,6\n");
    }

    void whatIsNoPhotoIsUnsupportedWhateverItsName() {
        QFETCH(QByteArray, content);
        for (const char* name : {"a.jpg", "a.png", "a.svg", "a.nef", "a"}) {
            saveBytes(folder_ / name, content.toStdString());
            refuses(folder_ / name, ErrorCode::UnsupportedFormat);
        }
    }

    void aHeaderWithoutAPhotoIsDamaged() {
        for (const char* name : {"a.jpg", "a.png", "a.webp", "a.tif", "a.gif", "a.avif"}) {
            const std::string bytes = bytesOfFile(photo(name));
            saveBytes(folder_ / name, bytes.substr(0, 40));
            refuses(folder_ / name, ErrorCode::DecodeFailed);
        }
        saveBytes(folder_ / "a.bmp", bmpOf(quarters(160, 96)).substr(0, 30));
        refuses(folder_ / "a.bmp", ErrorCode::DecodeFailed);
    }

    void aWholePhotoOfARareKindIsNotCalledDamaged() {
        saveBytes(folder_ / "subsampled.tif", subsampledTiff());
        refuses(folder_ / "subsampled.tif", ErrorCode::UnsupportedVariant);
    }

    void aPhotoThatLostItsGreaterPartIsDamaged() {
        for (const char* name : {"half.jpg", "half.png", "half.tif", "half.webp"}) {
            save(largeQuarters(1600, 960, 20), folder_ / name);
            const std::string bytes = bytesOfFile(folder_ / name);
            saveBytes(folder_ / name, bytes.substr(0, bytes.size() / 2));
            refuses(folder_ / name, ErrorCode::DecodeFailed);
        }
    }

    void aPhotoThatLostOnlyItsEndIsShown() {
        for (const char* name : {"end.jpg", "end.png"}) {
            const VipsImagePtr noise = vipsResult([](VipsImage** out) {
                return vips_gaussnoise(out, 320, 256, "mean", 128., "sigma", 40., nullptr);
            });
            const VipsImagePtr picture = inSpace(noise, VIPS_INTERPRETATION_B_W);
            save(picture, folder_ / name);
            const std::string bytes = bytesOfFile(folder_ / name);
            for (const std::size_t lost : {std::size_t{2}, bytes.size() / 10}) {
                saveBytes(folder_ / name, bytes.substr(0, bytes.size() - lost));
                const auto photo = Decoder().decodeForNetwork(folder_ / name, 64);
                QVERIFY2(photo.ok(), name);
                QCOMPARE(photo->fullHeight, 256);
            }
        }
    }

    void aDamagedPhotoLeavesNoTraceInTheNextError() {
        const std::string bytes = bytesOfFile(photo("a.png"));
        saveBytes(folder_ / "a.png", bytes.substr(0, 40));
        const auto first = Decoder().decodeForNetwork(folder_ / "a.png", 64);
        const auto second = Decoder().decodeForNetwork(folder_ / "a.png", 64);
        QCOMPARE(first.error().text, second.error().text);
    }

    void aDecompressionBombIsRefusedBeforeItsPixels() {
        const std::string png = bytesOfFile(photo("a.png"));
        saveBytes(folder_ / "bomb.png", bombOf(png, 60'000, 60'000));
        refuses(folder_ / "bomb.png", ErrorCode::TooManyPixels);
        const auto refused = Decoder().decodeForNetwork(folder_ / "bomb.png", 64);
        const std::vector<std::string> numbers(refused.error().arguments.begin() + 1,
                                               refused.error().arguments.end());
        QVERIFY((numbers == std::vector<std::string>{"60000", "60000", "500"}));
    }

    void aPanoramaTakesLittleMemory() {
        for (const char* name : {"panorama.jpg", "panorama.png"}) {
            save(largeQuarters(30'000, 2'000, 100), folder_ / name);
            const auto photo = Decoder().decodeForNetwork(folder_ / name, 384);
            QVERIFY(photo);
            QCOMPARE(std::pair(photo->fullWidth, photo->fullHeight), std::pair(30'000, 2'000));
            QVERIFY(photo->image.width < 800 && photo->image.height < 800);
            QVERIFY(quarterError(photo->image) <= 6);
        }
        // Its pixels would be 180 MB; libvips keeps about a thousand rows.
        QVERIFY(vips_tracked_get_mem_highwater() < 100'000'000);
    }

    void theLimitsCanBeSet() {
        const auto file = photo("a.jpg");
        DecodeLimits pixels;
        pixels.maxPixels = 160 * 96 - 1;
        refuses(file, ErrorCode::TooManyPixels, pixels);
        pixels.maxPixels = 160 * 96;
        QVERIFY(Decoder(pixels).decodeForNetwork(file, 64));
        DecodeLimits bytes;
        bytes.maxBytes = std::filesystem::file_size(file) - 1;
        refuses(file, ErrorCode::FileTooLarge, bytes);
        bytes.maxBytes = std::filesystem::file_size(file);
        QVERIFY(Decoder(bytes).decodeForNetwork(file, 64));
    }

    void aDecodeThatTakesTooLongIsGivenUp() {
        DecodeLimits limits;
        limits.timeout = std::chrono::milliseconds(1);
        for (const char* name : {"slow.jpg", "slow.png", "slow.webp", "slow.tif"}) {
            save(largeQuarters(4000, 3000, 20), folder_ / name);
            refuses(folder_ / name, ErrorCode::DecodeTimeout, limits);
        }
        const auto refused = Decoder(limits).decodeForNetwork(folder_ / "slow.jpg", 64);
        QCOMPARE(refused.error().arguments.at(1), std::string("0.001"));
    }

    void aNameThatIsNotUtf8IsToldInOneLineOfText() {
        saveBytes(folder_ / "\xFF\n.jpg", "no photo at all");
        refuses(folder_ / "\xFF\n.jpg", ErrorCode::UnsupportedFormat);
        const auto refused = Decoder().decodeForNetwork(folder_ / "\xFF\n.jpg", 64);
        QVERIFY(refused.error().text.find('\n') == std::string::npos);
        QVERIFY(refused.error().text.find("\uFFFD\\n.jpg") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestBadPhotos)
#include "test_bad_photos.moc"
