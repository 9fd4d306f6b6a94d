// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/content_hash.h"

#include <QtTest>
#include <fstream>
#include <xxhash.h>

using namespace likeness;

class TestContentHash : public QObject {
    Q_OBJECT

private:
    QTemporaryDir place_;

    std::filesystem::path put(const char* name, const std::string& content) {
        std::filesystem::path file = place_.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private Q_SLOTS:
    void readingInPiecesGivesTheHashOfTheWhole() {
        for (const std::size_t length : {0U, 1U, 240U, 262'144U, 262'145U, 1'000'003U}) {
            std::string content(length, '\0');
            for (std::size_t i = 0; i < length; ++i)
                content[i] = static_cast<char>(i * 31 + i / 997);
            const auto hash = contentHash(put("a", content));
            QVERIFY(hash);
            XXH128_canonical_t expected;
            XXH128_canonicalFromHash(&expected, XXH3_128bits(content.data(), content.size()));
            QVERIFY(std::memcmp(hash->data(), expected.digest, hash->size()) == 0);
        }
    }

    void oneByteMakesADifference() {
        QVERIFY(*contentHash(put("a", "likeness")) != *contentHash(put("b", "likenesS")));
        QVERIFY(*contentHash(put("a", "likeness")) == *contentHash(put("b", "likeness")));
    }

    void aMissingFileIsNotFound() {
        QCOMPARE(contentHash("/no/such/file").error().code, ErrorCode::FileNotFound);
        QCOMPARE(stampOf("/no/such/file").error().code, ErrorCode::FileNotFound);
        QVERIFY(isGone("/no/such/file"));
        QVERIFY(!isGone(put("a", "")));
    }

    void theStampFollowsTheFile() {
        const auto file = put("a", "12345");
        const auto before = stampOf(file);
        QCOMPARE(before->bytes, 5);
        std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) +
                                                   std::chrono::nanoseconds(1000));
        QCOMPARE(stampOf(file)->modifiedNs, before->modifiedNs + 1000);
    }
};

QTEST_APPLESS_MAIN(TestContentHash)
#include "test_content_hash.moc"
