// SPDX-License-Identifier: GPL-3.0-or-later
// Missing photos that someone finds again.
#include "core/library/relinking.h"
#include "core/library/tag_repository.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

class TestRelinking : public QObject {
    Q_OBJECT

    std::unique_ptr<Workplace> place_;
    PhotoId lost_;

    Database writable() const { return *Database::open(place_->library(), OpenMode::Write); }
    std::vector<std::string> tagsOf(PhotoId photo) const {
        return *TagRepository(place_->open()).tagsOf(photo);
    }
    void tag(const char* name, PhotoId photo) const {
        VERIFY_OK(TagRepository(writable()).add(name, std::span(&photo, 1)));
    }

private Q_SLOTS:
    /// A tagged photo that was edited and saved under another name, so that content can't tell.
    void init() {
        place_ = std::make_unique<Workplace>();
        const auto file = place_->put(0, "a.jpg");
        VERIFY_OK(place_->index());
        lost_ = place_->idOf(file);
        tag("mine", lost_);
        std::filesystem::remove(file);
        VERIFY_OK(place_->index());
        QCOMPARE(place_->counts().missing, 1);
    }

    void itKeepsItsTagsAndIsIndexedAnew() {
        const auto now = place_->put(1, "edited/b.jpg");
        VERIFY_OK(relink(writable(), lost_, now));
        QCOMPARE(place_->idOf(now), lost_);
        QCOMPARE(tagsOf(lost_), std::vector<std::string>{"mine"});
        VERIFY_OK(place_->index());
        QCOMPARE(place_->counts().indexed, 1);
        QCOMPARE(place_->counts().missing, 0);
    }

    void aPhotoThatIsThereAlreadyGivesItsTags() {
        const auto now = place_->put(1, "b.jpg");
        VERIFY_OK(place_->index());
        tag("other", place_->idOf(now));
        VERIFY_OK(relink(writable(), lost_, now));
        VERIFY_OK(place_->index());
        QCOMPARE(place_->counts().photos, 1);
        QCOMPARE(place_->idOf(now), lost_);
        QCOMPARE(tagsOf(lost_), (std::vector<std::string>{"mine", "other"}));
    }

    void severalAreFoundByTheirNames() {
        place_->put(1, "moved/a.jpg");
        const std::vector photos{lost_};
        QCOMPARE(*relinkByName(writable(), photos, place_->photos() / "moved"), 1);
        QCOMPARE(place_->idOf(place_->photos() / "moved/a.jpg"), lost_);
    }

    void aNameThatSeveralFilesHaveDecidesNothing() {
        place_->put(1, "x/a.jpg");
        place_->put(2, "y/a.jpg");
        const std::vector photos{lost_};
        QCOMPARE(*relinkByName(writable(), photos, place_->photos()), 0);
        QCOMPARE(place_->counts().missing, 1);
    }

    void whatCannotBeIsRefused() {
        QCOMPARE(relink(writable(), lost_, place_->photos() / "none.jpg").error().code,
                 ErrorCode::FileNotFound);
        const auto outside = place_->folder() / "outside.jpg";
        std::filesystem::copy_file(samplePhotos()[1], outside);
        QVERIFY(relink(writable(), lost_, outside).error().text.find("add its folder first") !=
                std::string::npos);
        const auto there = place_->put(1, "b.jpg");
        VERIFY_OK(place_->index());
        QVERIFY(relink(writable(), place_->idOf(there), there).error().text.find("not missing") !=
                std::string::npos);
        QCOMPARE(relink(writable(), PhotoId{999}, there).error().code, ErrorCode::PhotoUnknown);
    }
};

QTEST_GUILESS_MAIN(TestRelinking)
#include "test_relinking.moc"
