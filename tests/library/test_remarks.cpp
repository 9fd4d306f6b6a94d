// SPDX-License-Identifier: GPL-3.0-or-later
// Tags, ratings and labels, as files of their own.
#include "core/base/file_io.h"
#include "core/library/photo_marks.h"
#include "core/library/remark_file.h"
#include "core/library/tag_repository.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

class TestRemarks : public QObject {
    Q_OBJECT

    /// Two photos: the first with tags and a rating, the second with a label.
    struct Remarked : Workplace {
        Remarked() {
            put(0, "a.jpg");
            put(1, "b.jpg");
            if (!index())
                qFatal("can't index");
            const Database database = *Database::open(library(), OpenMode::Write);
            const std::vector first{idOf(photos() / "a.jpg")};
            const std::vector second{idOf(photos() / "b.jpg")};
            const TagRepository tags(database);
            for (const char* name : {"Places/Paris", "a, \"quoted\" tag"})
                if (!tags.add(name, first))
                    qFatal("can't tag");
            const MarkRepository marks(database);
            if (!marks.setRating(4, first) || !marks.setLabel(ColourLabel::Blue, second))
                qFatal("can't mark");
        }
    };

    static std::filesystem::path write(const Workplace& place, const char* name, const std::string& text) {
        auto file = place.folder() / name;
        if (!writeFileAtomically(file, std::as_bytes(std::span(text))))
            qFatal("can't write");
        return file;
    }

private Q_SLOTS:
    void theyAreListedByPhoto() {
        const Remarked place;
        const auto all = *remarks(place.open());
        QCOMPARE(all.size(), std::size_t(4));
        QVERIFY(all[2].kind == Remark::Kind::Rating && all[2].value == "4");
        QVERIFY(all[3].kind == Remark::Kind::Label && all[3].value == "blue");
        QCOMPARE(all[3].file, place.photos() / "b.jpg");
    }

    void theyTravelToAnotherLibraryByContent() {
        const Remarked from;
        Workplace to;
        to.put(0, "elsewhere/other-name.jpg");
        VERIFY_OK(to.index());
        const auto all = *remarks(from.open());
        for (const auto& [name, text] :
             {std::pair("r.csv", remarksAsCsv(all)), {"r.json", remarksAsJson(all)}}) {
            const auto read = readRemarks(write(to, name, text));
            VERIFY_OK(read);
            QCOMPARE(read->size(), all.size());
            const Database database = *Database::open(to.library(), OpenMode::Write);
            const auto tally = takeRemarks(database, *read);
            VERIFY_OK(tally);
            QCOMPARE(tally->taken, 3);
            QCOMPARE(tally->unknown, 1);
            auto here = *remarks(database);
            QCOMPARE(here.size(), std::size_t(3));
            for (Remark& remark : here)
                remark.file = from.photos() / "a.jpg";
            QVERIFY(std::equal(here.begin(), here.end(), all.begin()));
        }
    }

    void whatMakesNoSenseIsNamedWithItsPlace() {
        const Workplace place;
        const std::string content(32, 'a');
        for (const std::string& line :
             {content + ",rating,7", content + ",label,pink", content + ",tag,", content + ",colour,red",
              std::string("xyz,tag,Paris"), content + ",tag"}) {
            const auto read = readRemarks(write(place, "bad.csv", "content,kind,value,file\n" + line + "\n"));
            QVERIFY2(!read, line.c_str());
            QVERIFY(read.error().text.find("bad.csv, line 2") != std::string::npos);
        }
        QVERIFY(readRemarks(write(place, "bad.json", "[{}]")).error().text.find("entry 1") !=
                std::string::npos);
        QVERIFY(!readRemarks(write(place, "worse.json", "{")));
        QCOMPARE(readRemarks(place.folder() / "none.csv").error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestRemarks)
#include "test_remarks.moc"
