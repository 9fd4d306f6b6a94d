// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/library/indexer.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

namespace {

namespace fs = std::filesystem;

/// One worker, and each photo is committed as soon as it is done: while an observer's call lasts, the worker
/// can't get further ahead than its queue is long.
IndexOptions oneByOne(const Workplace& place) {
    IndexOptions options = place.options();
    options.workers = 1;
    options.commitDelay = std::chrono::milliseconds(0);
    return options;
}

} // namespace

/// How a run goes: pause, cancel, progress, what its observer hears, and what ends it.
class TestIndexRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCancelledRunKeepsWhatIsDoneAndTheNextGoesOn() {
        const Workplace place;
        for (std::size_t i = 0; i < 12; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        RecordingObserver observer;
        Indexer indexer(oneByOne(place), recipe(), nullptr, observer);
        observer.duringIndexed = [&](auto) { indexer.cancel(); };
        indexer.start();
        indexer.wait();
        const auto& summary = *observer.finished_;
        VERIFY_OK(summary);
        QVERIFY(summary->cancelled);
        QVERIFY(summary->indexed > 0);
        QVERIFY(summary->indexed < 12);
        QCOMPARE(place.counts().indexed, summary->indexed);
        QCOMPARE(place.counts().photos, 12);
        const auto next = place.index();
        QCOMPARE(next->indexed, 12 - summary->indexed);
        QCOMPARE(next->unchanged, summary->indexed);
    }

    void aPausedRunRestsUntilItIsResumed() {
        const Workplace place;
        for (std::size_t i = 0; i < 10; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        RecordingObserver observer;
        Indexer indexer(oneByOne(place), recipe(), nullptr, observer);
        observer.duringIndexed = [&](auto) { indexer.pause(); };
        indexer.start();
        // Photos in hand end; then five reports in a row show the same number.
        const auto rests = [](const RecordingObserver& heard) {
            const auto& all = heard.progress_;
            return all.size() >= 5 && all.back().paused && all.back().done < 10 &&
                   std::all_of(all.end() - 5, all.end(),
                               [&](const auto& one) { return one.paused && one.done == all.back().done; });
        };
        QVERIFY(observer.waitFor(rests));
        QVERIFY(place.counts().indexed < 10);
        observer.duringIndexed = nullptr;
        indexer.resume();
        indexer.wait();
        QCOMPARE((*observer.finished_)->indexed, 10);
        QVERIFY(!(*observer.finished_)->cancelled);
    }

    void photosThatSomeoneLooksAtComeBeforeTheRest() {
        const Workplace place;
        for (std::size_t i = 0; i < 40; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        RecordingObserver first;
        Indexer begun(oneByOne(place), recipe(), nullptr, first);
        first.duringIndexed = [&](auto) { begun.cancel(); };
        begun.start();
        begun.wait();
        const PhotoId last = place.allPhotos().back().id;

        IndexOptions options = oneByOne(place);
        options.first = {last};
        RecordingObserver observer;
        Indexer indexer(options, recipe(), nullptr, observer);
        observer.duringIndexed = [&](auto) {
            if (std::ranges::find(observer.indexed_, last) != observer.indexed_.end())
                indexer.cancel();
        };
        indexer.start();
        indexer.wait();
        // A few may be on their way to the workers before the scan meets it.
        QVERIFY(std::ranges::find(observer.indexed_, last) != observer.indexed_.end());
        QVERIFY(observer.indexed_.size() < 25);
    }

    void aGentleRunEndsAndCanBecomeAFullOne() {
        const Workplace place;
        for (std::size_t i = 0; i < 4; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        IndexOptions options = place.options();
        options.workers = 2;
        options.pace = Pace::Gentle;
        RecordingObserver observer;
        Indexer indexer(options, recipe(), nullptr, observer);
        observer.duringProgress = [&](const IndexProgress& progress) {
            if (progress.done >= 1)
                indexer.setPace(Pace::Full);
        };
        indexer.start();
        indexer.wait();
        QCOMPARE((*observer.finished_)->indexed, 4);
        QVERIFY(observer.progress_.front().pace == Pace::Gentle);
    }

    void theObserverHearsOneCallAtATimeOnOneThread() {
        const Workplace place;
        for (std::size_t i = 0; i < 4; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        RecordingObserver observer;
        Indexer indexer(place.options(), recipe(), nullptr, observer);
        indexer.start();
        indexer.wait();
        QVERIFY(!observer.overlapped_);
        for (const auto thread : observer.threads_) {
            QVERIFY(thread == observer.threads_.front());
            QVERIFY(thread != std::this_thread::get_id());
        }
        QVERIFY(observer.photosChanged_ > 0);
        QCOMPARE(observer.indexed_.size(), 4U);
    }

    void progressGrowsToTheEnd() {
        const Workplace place;
        for (std::size_t i = 0; i < 6; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        writeText(place.photos() / "x.jpg", "");
        RecordingObserver observer;
        Indexer indexer(place.options(), recipe(), nullptr, observer);
        indexer.start();
        indexer.wait();
        std::int64_t done = 0;
        for (const IndexProgress& progress : observer.progress_) {
            QVERIFY(progress.done >= done);
            QVERIFY(progress.done <= progress.toIndex);
            QVERIFY(progress.toIndex <= progress.found);
            done = progress.done;
        }
        const IndexProgress& last = observer.progress_.back();
        QVERIFY(last.phase == IndexProgress::Phase::Finished);
        QCOMPARE(last.found, 7);
        QCOMPARE(last.done, 7);
        QCOMPARE(last.problems, 1);
        QVERIFY(last.photosPerSecond > 0);
    }

    void photosAreFoundInTheLibraryOnceTheyAreAnnounced() {
        const Workplace place;
        place.put(0, "a.jpg");
        LiveIndexes live(*recipe());
        RecordingObserver observer;
        std::size_t stored = 0;
        std::size_t searchable = 0;
        observer.duringIndexed = [&](std::span<const PhotoId>) {
            stored = place.codes(*recipe()).size();
            searchable = live.global.size();
        };
        Indexer indexer(place.options(), recipe(), &live, observer);
        indexer.start();
        indexer.wait();
        QCOMPARE(stored, 1U);
        QCOMPARE(searchable, 1U);
    }

    void aFileThatIsDeletedBetweenScanAndDecodingIsMissing() {
        const Workplace place;
        for (std::size_t i = 0; i < 8; ++i)
            place.put(i, std::to_string(i) + ".jpg");
        RecordingObserver observer;
        IndexOptions options = place.options();
        options.workers = 1;
        Indexer indexer(options, recipe(), nullptr, observer);
        // The scan of eight files ends long before the fifth is decoded.
        std::once_flag once;
        observer.duringProgress = [&](const IndexProgress& progress) {
            if (progress.toIndex == 8)
                std::call_once(once, [&] { fs::remove(place.photos() / "7.jpg"); });
        };
        indexer.start();
        indexer.wait();
        VERIFY_OK(*observer.finished_);
        QCOMPARE((*observer.finished_)->indexed, 7);
        QCOMPARE((*observer.finished_)->missing, 1);
        QCOMPARE(place.counts().missing, 1);
        QCOMPARE(place.counts().problems, 0);
    }

    void theEmptyLibraryAndTheEmptyFolderAreNoError() {
        const Workplace place;
        fs::create_directory(place.photos());
        IndexOptions nothing = place.options();
        nothing.folders.clear();
        QCOMPARE(place.index(nothing)->found, 0);
        QCOMPARE(place.index()->found, 0);
        QCOMPARE(place.roots().size(), 1U);
    }

    void whileOneRunWritesASecondIsRefused() {
        const Workplace place;
        place.put(0, "a.jpg");
        RecordingObserver observer;
        Indexer indexer(place.options(), recipe(), nullptr, observer);
        indexer.pause();
        indexer.start();
        QVERIFY(observer.waitFor([](const auto& heard) { return !heard.progress_.empty(); }));
        const auto second = place.index();
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::LibraryInUse);
        QCOMPARE(second.error().arguments.at(1), std::to_string(getpid()));
        indexer.cancel();
        indexer.wait();
        VERIFY_OK(place.index());
    }

    void aForeignFileIsNotTouchedByARun() {
        const Workplace place;
        place.put(0, "a.jpg");
        writeText(place.library(), "somebody's letters");
        const auto refused = place.index();
        QCOMPARE(refused.error().code, ErrorCode::LibraryForeign);
        QCOMPARE(fs::file_size(place.library()), 18U);
        QVERIFY(!fs::exists(place.library().native() + ".lock"));
    }

    void aPackWhoseNetworkIsGoneEndsTheRunWithAnError() {
        const Workplace place;
        place.put(0, "a.jpg");
        ModelPack pack = recipe()->pack();
        pack.networkFile = "/no/such/network.onnx";
        const auto broken = std::make_shared<Recipe>(pack, recipe()->codebook());
        const auto summary = place.index(place.options(), broken);
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::NetworkFailed);
        QCOMPARE(place.counts().pending, 1);
    }
};

QTEST_GUILESS_MAIN(TestIndexRun)
#include "test_index_run.moc"
