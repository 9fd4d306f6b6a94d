// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/window_codes.h"

#include "tests/hashing/random_codes.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::testing;

namespace {

bool same(const WindowCodes& a, const WindowCodes& b) {
    return a.bits == b.bits && a.windows == b.windows && a.words == b.words;
}

} // namespace

class TestWindowCodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreHandedOutAsTheyWereAdded() {
        std::mt19937 random(1);
        const HashCode first = randomCode(random, 100);
        const HashCode second = randomCode(random, 100);
        WindowCodes codes;
        codes.add(3, first);
        codes.add(200, second);
        QCOMPARE(codes.size(), std::size_t{2});
        QVERIFY(HashCode::fromWords(codes.code(0), codes.bits) == first);
        QVERIFY(HashCode::fromWords(codes.code(1), codes.bits) == second);
    }

    void spotsComeBackFromTheirBlob() {
        std::mt19937 random(2);
        for (const int bits : {1, 8, 20, 64, 100, 256}) {
            const WindowCodes spots = randomWindows(random, bits, 11, 300);
            const Bytes blob = spotsToBlob(spots);
            QCOMPARE(blob.size(), 11 * ((static_cast<std::size_t>(bits) + 7) / 8 + 2));
            const auto read = spotsFromBlob(blob, bits);
            QVERIFY(read.ok() && same(*read, spots));
        }
    }

    void allWindowsComeBackFromTheirBlobWithoutNumbers() {
        std::mt19937 random(3);
        for (const int bits : {1, 8, 20, 64, 100, 256}) {
            const WindowCodes windows = randomWindows(random, bits, 39);
            const Bytes blob = windowsToBlob(windows);
            QCOMPARE(blob.size(), 39 * ((static_cast<std::size_t>(bits) + 7) / 8));
            const auto read = windowsFromBlob(blob, bits);
            QVERIFY(read.ok() && same(*read, windows));
        }
    }

    void spotsOf256BitsTake34BytesEach() {
        std::mt19937 random(4);
        QCOMPARE(spotsToBlob(randomWindows(random, 256, 64)).size(), std::size_t{64 * 34});
    }

    void noCodesAreAnEmptyBlob() {
        QVERIFY(spotsToBlob({}).empty() && windowsToBlob({}).empty());
        QCOMPARE(spotsFromBlob({}, 64)->size(), std::size_t{0});
        QCOMPARE(windowsFromBlob({}, 64)->size(), std::size_t{0});
    }

    void blobsOfAnotherLengthAreRefused() {
        const Bytes bytes(65);
        QCOMPARE(windowsFromBlob(bytes, 64).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(spotsFromBlob(bytes, 64).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(windowsFromBlob(bytes, 0).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(spotsFromBlob(bytes, -8).error().code, ErrorCode::InvalidArgument);
    }

    void moreCodesThanWindowsHaveNumbersAreRefused() {
        const Bytes bytes(std::size_t{70'000});
        QCOMPARE(windowsFromBlob(bytes, 8).error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestWindowCodes)
#include "test_window_codes.moc"
