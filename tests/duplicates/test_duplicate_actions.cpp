// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/duplicate_action.h"
#include "core/library/duplicate_repository.h"
#include "core/library/tag_repository.h"
#include "core/library/trash.h"
#include "tests/duplicates/edited_library.h"

#include <QtTest>

#include <fstream>
#include <memory>
#include <unistd.h>

using namespace likeness;
using namespace likeness::testing;

namespace fs = std::filesystem;

/// Takes root's rights away, where the test has them.
class AsNobody {
public:
    AsNobody() { std::ignore = ::seteuid(former_ == 0 ? 65534 : former_); }
    ~AsNobody() { std::ignore = ::seteuid(former_); }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    AsNobody(AsNobody&&) = delete;
    AsNobody& operator=(AsNobody&&) = delete;

private:
    const uid_t former_ = ::geteuid();
};

/// The trash lies in the test's own XDG_DATA_HOME, which has to be on the drive of the photos.
class TestDuplicateActions : public QObject {
    Q_OBJECT

    std::unique_ptr<EditedLibrary> library_;
    std::unique_ptr<Database> database_;
    DuplicateGroup group_; // 0.jpg and copies/0.jpg

    Photo photo(const char* relativePath) const {
        return **PhotoRepository(*database_).photoOfFile(library_->photosFolder() / relativePath);
    }

    DuplicatePlan planned(std::vector<PhotoId> chosen, const DuplicateAction& action) const {
        return *planAction(*database_, std::span(&group_, 1), chosen, action);
    }

    static DuplicateAction trash() { return {DuplicateAction::Kind::Trash, {}, {}}; }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_DATA_HOME", QByteArray()); }

    void init() {
        library_ = std::make_unique<EditedLibrary>(2, 0);
        QCOMPARE(library_->error(), std::string());
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString((library_->folder() / "data").native()));
        fs::create_directories(library_->folder() / "data");
        database_ = std::make_unique<Database>(library_->writable());
        group_ = library_->find(requestFor(DuplicateKind::Exact))->groups.at(0);
    }

    void cleanup() {
        database_.reset();
        library_.reset();
    }

    void thePlanTellsTheSpaceAndTouchesNothing() {
        const Photo copy = photo("copies/0.jpg");
        const DuplicatePlan plan = planned({copy.id}, trash());
        QCOMPARE(plan.photos.size(), std::size_t{1});
        QCOMPARE(plan.bytes, copy.stamp.bytes);
        QVERIFY(plan.refused.empty());
        QVERIFY(fs::exists(copy.file));
    }

    void aPhotoGoesToTheTrashAndComesBackWithItsTags() {
        const Photo copy = photo("copies/0.jpg");
        QVERIFY(TagRepository(*database_).add("Keep me", std::span(&copy.id, 1)));
        const auto done = carryOut(*database_, planned({copy.id}, trash()));
        QVERIFY(done);
        QVERIFY(done->failures.empty());
        QCOMPARE(done->bytes, copy.stamp.bytes);
        QVERIFY(!fs::exists(copy.file));
        const fs::path inTrash = done->moved.at(0).now;
        QVERIFY(fs::exists(inTrash));
        QCOMPARE(inTrash.parent_path().filename(), fs::path("files"));
        QVERIFY(fs::exists(inTrash.parent_path().parent_path() / "info" /
                           (inTrash.filename().native() + ".trashinfo")));
        QVERIFY(PhotoRepository(*database_).photo(copy.id)->missing);

        const auto back = undo(*database_, *done);
        QVERIFY(back);
        QVERIFY(back->failures.empty());
        QVERIFY(fs::exists(copy.file));
        QVERIFY(!fs::exists(inTrash));
        QVERIFY(fs::is_empty(inTrash.parent_path().parent_path() / "info"));
        QVERIFY(!PhotoRepository(*database_).photo(copy.id)->missing);
        QCOMPARE(TagRepository(*database_).tagsOf(copy.id)->front(), std::string("Keep me"));
        QCOMPARE(library_->find(requestFor(DuplicateKind::Exact))->groups.size(), std::size_t{1});
    }

    void atLeastOnePhotoOfAGroupStays() {
        const DuplicatePlan plan = planned({photo("0.jpg").id, photo("copies/0.jpg").id}, trash());
        QCOMPARE(plan.photos.size(), std::size_t{1});
        QCOMPARE(plan.refused.size(), std::size_t{1});
        QCOMPARE(plan.refused[0].reason, Refusal::LastOne);
        QVERIFY(plan.photos[0].id != group_.keeper);
    }

    void aPhotoIsNotMovedWhereTheOneToStayIsGone() {
        fs::remove(photo("0.jpg").file);
        const DuplicatePlan plan = planned({photo("copies/0.jpg").id}, trash());
        QVERIFY(plan.photos.empty());
        QCOMPARE(plan.refused.at(0).reason, Refusal::LastOne);
    }

    void photosOfAProtectedFolderAreRefused() {
        QVERIFY(DuplicateRepository(*database_).protect(library_->photosFolder() / "copies"));
        const DuplicatePlan plan = planned({photo("copies/0.jpg").id}, trash());
        QVERIFY(plan.photos.empty());
        QCOMPARE(plan.refused, (std::vector<RefusedPhoto>{{photo("copies/0.jpg").file, Refusal::Protected}}));
    }

    void aFileThatChangedOrWentAfterThePlanIsLeftAndNamed() {
        const Photo copy = photo("copies/0.jpg");
        const DuplicatePlan plan = planned({copy.id}, trash());
        std::ofstream(copy.file, std::ios::app) << "more";
        const auto changed = carryOut(*database_, plan);
        QVERIFY(changed);
        QCOMPARE(changed->refused, (std::vector<RefusedPhoto>{{copy.file, Refusal::Changed}}));
        QVERIFY(fs::exists(copy.file));
        QCOMPARE(planned({copy.id}, trash()).refused.at(0).reason, Refusal::Changed);

        fs::remove(copy.file);
        QCOMPARE(carryOut(*database_, plan)->refused,
                 (std::vector<RefusedPhoto>{{copy.file, Refusal::Gone}}));
    }

    void movedPhotosNeverReplaceOthersAndComeBack() {
        const Photo copy = photo("copies/0.jpg");
        const fs::path target = library_->photosFolder() / "moved";
        fs::create_directory(target);
        std::ofstream(target / "0.jpg") << "another one";
        const auto done =
            carryOut(*database_, planned({copy.id}, {DuplicateAction::Kind::MoveToFolder, target, {}}));
        QVERIFY(done);
        QCOMPARE(done->moved.at(0).now, target / "0 (2).jpg");
        QCOMPARE(PhotoRepository(*database_).photo(copy.id)->file, target / "0 (2).jpg");
        QVERIFY(!PhotoRepository(*database_).photo(copy.id)->missing);
        QCOMPARE(fs::file_size(target / "0.jpg"), std::uintmax_t{11});

        QVERIFY(undo(*database_, *done)->failures.empty());
        QCOMPARE(PhotoRepository(*database_).photo(copy.id)->file, copy.file);
        QVERIFY(fs::exists(copy.file));
    }

    void undoingNeverReplacesAFileThatCameInBetween() {
        const Photo copy = photo("copies/0.jpg");
        const auto done = carryOut(*database_, planned({copy.id}, trash()));
        std::ofstream(copy.file) << "new";
        const auto back = undo(*database_, *done);
        QCOMPARE(back->failures.at(0).code, ErrorCode::FileNotWritable);
        QCOMPARE(fs::file_size(copy.file), std::uintmax_t{3});
        QVERIFY(fs::exists(done->moved.at(0).now));
    }

    void aFolderThatCannotBeMadeFailsBeforeAnyFileIsTouched() {
        const Photo copy = photo("copies/0.jpg");
        const auto done = carryOut(
            *database_, planned({copy.id}, {DuplicateAction::Kind::MoveToFolder, copy.file / "below", {}}));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::FileNotWritable);
        QVERIFY(fs::exists(copy.file));
    }

    void photosOfAReadOnlyFolderStayAndAreNamed() {
        const Photo copy = photo("copies/0.jpg");
        fs::permissions(library_->folder(), fs::perms(0777));
        fs::permissions(library_->folder() / "data", fs::perms(0777));
        fs::permissions(copy.file.parent_path(), fs::perms(0555));
        const DuplicatePlan plan = planned({copy.id}, trash());
        const auto done = [&] {
            const AsNobody nobody;
            return carryOut(*database_, plan);
        }();
        QCOMPARE(done->failures.at(0).code, ErrorCode::FileNotWritable);
        QCOMPARE(done->failures.at(0).arguments.at(0), copy.file.native());
        QVERIFY(fs::exists(copy.file));
    }

    void tagsAreGivenAndOnlyThoseAreTakenBack() {
        const Photo copy = photo("copies/0.jpg");
        const Photo original = photo("0.jpg");
        const TagRepository tags(*database_);
        QVERIFY(tags.add("Twice", std::span(&original.id, 1)));
        const auto done =
            carryOut(*database_, planned({copy.id, original.id}, {DuplicateAction::Kind::Tag, {}, "Twice"}));
        QCOMPARE(done->tagged, std::vector{copy.id});
        QVERIFY(undo(*database_, *done));
        QVERIFY(tags.tagsOf(copy.id)->empty());
        QCOMPARE(tags.tagsOf(original.id)->size(), std::size_t{1});
    }

    void notDuplicatesIsRememberedByContentUntilItIsUndone() {
        const auto done = carryOut(
            *database_, planned({photo("copies/0.jpg").id}, {DuplicateAction::Kind::NotDuplicates, {}, {}}));
        QCOMPARE(done->apart.size(), std::size_t{1});
        QVERIFY(library_->find(requestFor(DuplicateKind::Exact))->groups.empty());
        QVERIFY(undo(*database_, *done));
        QCOMPARE(library_->find(requestFor(DuplicateKind::Exact))->groups.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestDuplicateActions)
#include "test_duplicate_actions.moc"
