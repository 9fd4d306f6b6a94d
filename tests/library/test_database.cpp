// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"

#include "core/base/file_io.h"
#include "core/library/library_file.h"
#include "core/library/photo_repository.h"
#include "core/library/schema.h"

#include <QtTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fstream>

using namespace likeness;

namespace {

namespace fs = std::filesystem;

void overwrite(const fs::path& file, std::streamoff offset, std::string_view bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(offset);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void writeText(const fs::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
}

ErrorCode openingFails(const fs::path& file, OpenMode mode) {
    const auto database = Database::open(file, mode);
    return database ? ErrorCode::Cancelled : database.error().code;
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    int number_ = 0;

    fs::path freshName() {
        return folder_.filePath(QStringLiteral("%1.likeness").arg(++number_)).toStdString();
    }

    fs::path madeLibrary() {
        fs::path file = freshName();
        if (!Database::open(file, OpenMode::Create))
            qFatal("can't make a library");
        return file;
    }

    void isRefusedAndLeftAsItIs(const fs::path& file, ErrorCode expected) {
        const Bytes before = *readFile(file);
        for (const OpenMode mode : {OpenMode::Create, OpenMode::Write, OpenMode::ReadOnly})
            QCOMPARE(openingFails(file, mode), expected);
        QVERIFY(*readFile(file) == before);
        QVERIFY(!fs::exists(file.native() + "-wal"));
    }

private Q_SLOTS:
    void aNewLibraryIsMadeWithItsFolderAndOpensAgain() {
        const fs::path file = folder_.filePath(QStringLiteral("a/b/new.likeness")).toStdString();
        QCOMPARE(openingFails(file, OpenMode::Write), ErrorCode::LibraryNotFound);
        QCOMPARE(openingFails(file, OpenMode::ReadOnly), ErrorCode::LibraryNotFound);
        QVERIFY(!fs::exists(file.parent_path()));
        {
            const auto made = Database::open(file, OpenMode::Create);
            QVERIFY2(made, made ? "" : made.error().text.c_str());
            QCOMPARE(made->handle().execAndGet("PRAGMA application_id").getInt(), libraryApplicationId);
            QCOMPARE(schemaVersion(made->handle()), migrations().back().version);
            QCOMPARE(made->handle().execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
            QCOMPARE(made->handle().execAndGet("PRAGMA synchronous").getInt(), 1);
            QCOMPARE(made->handle().execAndGet("PRAGMA foreign_keys").getInt(), 1);
        }
        for (const OpenMode mode : {OpenMode::Create, OpenMode::Write, OpenMode::ReadOnly})
            QVERIFY(Database::open(file, mode));
    }

    void aReaderCantWrite() {
        const auto database = Database::open(madeLibrary(), OpenMode::ReadOnly);
        QVERIFY_THROWS_EXCEPTION(SQLite::Exception,
                                 database->handle().exec("INSERT INTO setting VALUES ('a', 'b')"));
    }

    void aReaderNoticesWhatAnotherConnectionCommits() {
        const fs::path file = madeLibrary();
        const auto writer = Database::open(file, OpenMode::Write);
        const auto reader = Database::open(file, OpenMode::ReadOnly);
        const auto before = reader->dataVersion();
        QCOMPARE(*reader->dataVersion(), *before);
        writer->handle().exec("INSERT INTO setting VALUES ('a', 'b')");
        QVERIFY(*reader->dataVersion() != *before);
    }

    void filesThatAreNoLibraryAreRefusedAndLeftAsTheyAre() {
        const fs::path text = freshName();
        writeText(text, std::string(5000, 'x'));
        isRefusedAndLeftAsItIs(text, ErrorCode::LibraryForeign);

        const fs::path otherProgram = freshName();
        SQLite::Database(otherProgram.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE notes (text)");
        isRefusedAndLeftAsItIs(otherProgram, ErrorCode::LibraryForeign);
    }

    void aFolderIsNoLibrary() {
        const fs::path folder = freshName();
        fs::create_directory(folder);
        QCOMPARE(openingFails(folder, OpenMode::Create), ErrorCode::LibraryForeign);
    }

    void anEmptyFileBecomesALibraryOnlyWhereOneIsToBeMade() {
        fs::path file = freshName();
        writeText(file, "");
        QCOMPARE(openingFails(file, OpenMode::ReadOnly), ErrorCode::LibraryForeign);
        QCOMPARE(openingFails(file, OpenMode::Write), ErrorCode::LibraryForeign);
        QCOMPARE(fs::file_size(file), 0U);
        QVERIFY(Database::open(file, OpenMode::Create));
    }

    void aNewerLibraryIsRefusedAndLeftAsItIs() {
        const fs::path file = madeLibrary();
        SQLite::Database(file.c_str(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
        isRefusedAndLeftAsItIs(file, ErrorCode::LibraryNewer);
        const auto opened = Database::open(file, OpenMode::Write);
        QCOMPARE(opened.error().arguments.at(1), std::string("99"));
        QCOMPARE(opened.error().arguments.at(2), std::to_string(migrations().back().version));
    }

    void aNewerLibraryWhoseVersionStandsOnlyInItsLogIsRefusedToo() {
        const fs::path file = madeLibrary();
        SQLite::Database newer(file.c_str(), SQLite::OPEN_READWRITE);
        newer.exec("PRAGMA journal_mode = WAL; PRAGMA user_version = 99");
        const Bytes before = *readFile(file);
        QCOMPARE(openingFails(file, OpenMode::Write), ErrorCode::LibraryNewer);
        QCOMPARE(openingFails(file, OpenMode::ReadOnly), ErrorCode::LibraryNewer);
        QVERIFY(*readFile(file) == before);
    }

    void damageToTheHeaderIsReportedAndTheFileLeftAsItIs() {
        const fs::path file = madeLibrary();
        overwrite(file, 16, "\xff\xff\xff\xff\xff\xff\xff\xff");
        isRefusedAndLeftAsItIs(file, ErrorCode::LibraryDamaged);
    }

    void aLibraryThatIsCutOffIsReportedAndLeftAsItIs() {
        for (const std::uintmax_t length : {10U, 60U, 4096U, 30000U}) {
            const fs::path file = madeLibrary();
            QVERIFY(fs::file_size(file) > length);
            fs::resize_file(file, length);
            isRefusedAndLeftAsItIs(file, ErrorCode::LibraryDamaged);
        }
    }

    void damageInsideIsReportedWhereItIsMet() {
        const fs::path file = madeLibrary();
        overwrite(file, 4096, std::string(fs::file_size(file) - 4096, '\x7f'));
        const Bytes before = *readFile(file);
        {
            const auto database = Database::open(file, OpenMode::ReadOnly);
            const auto met = database ? PhotoRepository(*database).photos() : Result(std::vector<Photo>());
            QCOMPARE(database ? met.error().code : database.error().code, ErrorCode::LibraryDamaged);
        }
        QVERIFY(*readFile(file) == before);
    }

    void anOlderSchemaIsMigratedAfterABackup() {
        const fs::path file = madeLibrary();
        const int version = migrations().back().version;
        SQLite::Database handle(file.c_str(), SQLite::OPEN_READWRITE);
        handle.exec("INSERT INTO setting VALUES ('kept', 'yes')");
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({version + 1, "ALTER TABLE root ADD COLUMN note TEXT NOT NULL DEFAULT ''"});
        steps.push_back({version + 2, "CREATE TABLE stamp (id INTEGER PRIMARY KEY)"});
        QVERIFY(migrate(handle, file, steps));
        QCOMPARE(schemaVersion(handle), version + 2);
        handle.exec("SELECT note FROM root; SELECT id FROM stamp");
        QCOMPARE(handle.execAndGet("SELECT value FROM setting").getString(), std::string("yes"));

        const fs::path backup = file.native() + ".v" + std::to_string(version) + ".backup";
        const auto old = Database::open(backup, OpenMode::ReadOnly);
        QVERIFY(old);
        QCOMPARE(schemaVersion(old->handle()), version);
        QCOMPARE(old->handle().execAndGet("SELECT value FROM setting").getString(), std::string("yes"));
    }

    void aLibraryOfTheFirstVersionKeepsItsDescriptors() {
        const fs::path file = freshName();
        {
            SQLite::Database handle(file.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            QVERIFY(migrate(handle, file, migrations().first(1)));
            handle.exec("INSERT INTO root VALUES (1, x'2f61'); INSERT INTO network VALUES (7, 'sum');"
                        "INSERT INTO photo (id, root_id, relative_path, bytes, modified_ns) VALUES "
                        "(5, 1, x'62', 1, 1); INSERT INTO descriptor VALUES (5, 7, x'0102')");
        }
        const auto opened = Database::open(file, OpenMode::Write);
        QVERIFY(opened);
        QCOMPARE(schemaVersion(opened->handle()), migrations().back().version);
        QVERIFY(fs::exists(file.native() + ".v1.backup"));
        const SQLite::Database& handle = opened->handle();
        SQLite::Statement row(handle, "SELECT hex(vector), length(saliency) FROM descriptor WHERE "
                                      "photo_id = 5 AND network_id = 7");
        QVERIFY(row.executeStep());
        QCOMPARE(row.getColumn(0).getString(), std::string("0102"));
        QCOMPARE(row.getColumn(1).getInt(), 0);
    }

    void aStepThatFailsLeavesTheSchemaBeforeIt() {
        const fs::path file = madeLibrary();
        const int version = migrations().back().version;
        SQLite::Database handle(file.c_str(), SQLite::OPEN_READWRITE);
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({version + 1, "CREATE TABLE stamp (id INTEGER PRIMARY KEY)"});
        steps.push_back({version + 2, "CREATE TABLE part (id INTEGER); CREATE TABLE stamp (id)"});
        QVERIFY_THROWS_EXCEPTION(SQLite::Exception, std::ignore = migrate(handle, file, steps).ok());
        QCOMPARE(schemaVersion(handle), version + 1);
        QVERIFY(handle.tableExists("stamp"));
        QVERIFY(!handle.tableExists("part"));
    }

    void aCurrentLibraryNeedsNoBackup() {
        const fs::path file = madeLibrary();
        QVERIFY(Database::open(file, OpenMode::Write));
        for (const Migration& step : migrations())
            QVERIFY(!fs::exists(file.native() + ".v" + std::to_string(step.version) + ".backup"));
    }

    void networkDrivesAreToldByTheirNumber() {
        QVERIFY(isNetworkFileSystem(0x6969));
        QVERIFY(isNetworkFileSystem(0xFE534D42));
        QVERIFY(isNetworkFileSystem(0xFFFFFFFFFF534D42)); // as a signed 32-bit f_type arrives
        QVERIFY(!isNetworkFileSystem(0xEF53));            // ext4
        QVERIFY(!isNetworkFileSystem(0x01021994));        // tmpfs
        QVERIFY(!isOnNetworkDrive("/no/such/file"));
    }

    void theDefaultLibraryLiesInTheUsersDataFolder() {
        qputenv("XDG_DATA_HOME", "/somewhere/data");
        QVERIFY(defaultLibraryFile() == "/somewhere/data/likeness/home.likeness");
        qunsetenv("XDG_DATA_HOME");
        qputenv("HOME", "/home/someone");
        QVERIFY(defaultLibraryFile() == "/home/someone/.local/share/likeness/home.likeness");
    }
};

QTEST_APPLESS_MAIN(TestDatabase)
#include "test_database.moc"
