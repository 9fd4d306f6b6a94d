// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"

#include <QtTest>

using namespace likeness;

namespace {

Bytes bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

} // namespace

class TestFileIo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBackAndReplacedAsAWhole() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("a.bin")).toStdString();
        QVERIFY(writeFileAtomically(file, bytesOf("first")));
        QVERIFY(writeFileAtomically(file, bytesOf("second")));
        const auto read = readFile(file);
        QVERIFY(read);
        QVERIFY(*read == bytesOf("second"));
        const auto entries = std::filesystem::directory_iterator(file.parent_path());
        QCOMPARE(std::distance(begin(entries), end(entries)), 1);
    }

    void aMissingFileIsNotFound() {
        QCOMPARE(readFile("/no/such/file").error().code, ErrorCode::FileNotFound);
        QCOMPARE(sha256HexOfFile("/no/such/file").error().code, ErrorCode::FileNotFound);
    }

    void aFolderThatIsNotThereCantBeWritten() {
        const auto written = writeFileAtomically("/no/such/folder/file", bytesOf("x"));
        QCOMPARE(written.error().code, ErrorCode::FileNotWritable);
        QCOMPARE(written.error().arguments.front(), std::string("/no/such/folder/file"));
    }

    void sha256AgreesWithThePublishedExamples() {
        // FIPS 180-4 examples: one block, and the empty message.
        QCOMPARE(sha256Hex(bytesOf("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256Hex({}),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void theHashOfAFileIsTheHashOfItsBytes() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("b.bin")).toStdString();
        const Bytes bytes(3'000'001, std::byte{42});
        QVERIFY(writeFileAtomically(file, bytes));
        QCOMPARE(*sha256HexOfFile(file), sha256Hex(bytes));
    }
};

QTEST_APPLESS_MAIN(TestFileIo)
#include "test_file_io.moc"
