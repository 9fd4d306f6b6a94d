// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_service.h"
#include "tests/quick_engine.h"
#include "tests/search/indexed_samples.h"

#include <QtTest>

#include <future>
#include <mutex>
#include <semaphore>

using namespace likeness;
using likeness::testing::IndexedFolder;
using likeness::testing::samplesFolder;

namespace {

/// Keeps the answers of a service; the service's thread waits in each answer until it is let go.
class Answers {
public:
    SearchService::Answer receiver() {
        return [this](RequestId id, const Result<SearchResult>& result) {
            {
                const std::lock_guard lock(mutex_);
                ids_.push_back(id);
                results_.push_back(result);
            }
            arrived_.release();
            mayGoOn_.acquire();
        };
    }

    /// Waits for the next answer; its thread stays in it.
    bool wait() { return arrived_.try_acquire_for(std::chrono::minutes(10)); }
    void letGo() { mayGoOn_.release(); }

    std::vector<RequestId> ids() {
        const std::lock_guard lock(mutex_);
        return ids_;
    }
    Result<SearchResult> last() {
        const std::lock_guard lock(mutex_);
        return results_.back();
    }

private:
    std::mutex mutex_;
    std::vector<RequestId> ids_;
    std::vector<Result<SearchResult>> results_;
    std::counting_semaphore<> arrived_{0};
    std::counting_semaphore<> mayGoOn_{0};
};

} // namespace

class TestSearchService : public QObject {
    Q_OBJECT

    std::unique_ptr<IndexedFolder> samples_;
    std::vector<Photo> photos_;

    SearchService::Setup setup() const { return {samples_->file(), samples_->recipe(), quickEngine, {}}; }

    SearchRequest regionRequest() const {
        SearchRequest request{photos_[0].id};
        request.mode = SearchMode::Region;
        request.boxes = {{0.2, 0.2, 0.5, 0.5}};
        return request;
    }

private Q_SLOTS:
    void initTestCase() {
        samples_ = std::make_unique<IndexedFolder>(samplesFolder);
        QVERIFY2(samples_->error().empty(), samples_->error().c_str());
        photos_ = *samples_->photos().photos();
    }

    void anAnswerCarriesTheIdOfItsRequest() {
        Answers answers;
        SearchService service(setup(), samples_->liveIndex(), answers.receiver());
        const RequestId id = service.submit({photos_[0].id});
        QVERIFY(answers.wait());
        QCOMPARE(answers.ids(), std::vector{id});
        QVERIFY(answers.last());
        QCOMPARE(answers.last()->photos.size(), std::size_t{79});
        answers.letGo();
    }

    void ofTheRequestsThatWaitOnlyTheNewestIsAnswered() {
        Answers answers;
        SearchService service(setup(), samples_->liveIndex(), answers.receiver());
        const RequestId first = service.submit({photos_[0].id});
        QVERIFY(answers.wait());
        service.submit({photos_[1].id});
        service.submit({photos_[2].id});
        const RequestId newest = service.submit({photos_[3].id, 5});
        QVERIFY(first < newest);
        answers.letGo();
        QVERIFY(answers.wait());
        QCOMPARE(answers.ids(), (std::vector{first, newest}));
        QCOMPARE(answers.last()->photos.size(), std::size_t{5});
        answers.letGo();
    }

    void aFileIsSearchedThroughTheNetwork() {
        Answers answers;
        SearchService service(setup(), samples_->liveIndex(), answers.receiver());
        service.submit({photos_[0].file});
        QVERIFY(answers.wait());
        QVERIFY(answers.last());
        QVERIFY(answers.last()->timing.network.count() > 0);
        answers.letGo();
    }

    void aRegionIsAnsweredTwiceUnderItsId() {
        Answers answers;
        SearchService service(setup(), samples_->liveIndex(), answers.receiver());
        const RequestId id = service.submit(regionRequest());
        QVERIFY(answers.wait());
        QVERIFY(answers.last()->stage == SearchStage::Preliminary);
        answers.letGo();
        QVERIFY(answers.wait());
        QVERIFY(answers.last()->stage == SearchStage::Final);
        QCOMPARE(answers.ids(), (std::vector{id, id}));
        answers.letGo();
    }

    void aRequestThatComesBetweenTheAnswersToARegionIsAnsweredAfterThem() {
        Answers answers;
        SearchService service(setup(), samples_->liveIndex(), answers.receiver());
        const RequestId region = service.submit(regionRequest());
        QVERIFY(answers.wait());
        const RequestId newest = service.submit({photos_[1].id});
        for (int i = 0; i < 2; ++i) {
            answers.letGo();
            QVERIFY(answers.wait());
        }
        QCOMPARE(answers.ids(), (std::vector{region, region, newest}));
        answers.letGo();
    }

    void ofTheQuestionsThatWaitOnlyTheNewestIsAnsweredAndSearchesComeFirst() {
        Answers answers;
        std::promise<std::pair<RequestId, PhotoId>> explained;
        SearchService service(setup(), samples_->liveIndex(), answers.receiver(),
                              [&](RequestId id, PhotoId photo, const Result<ShareMap>& shares) {
                                  if (shares)
                                      explained.set_value({id, photo});
                              });
        service.submit({photos_[0].id});
        QVERIFY(answers.wait());
        service.explain({photos_[0].id}, photos_[1].id);
        const RequestId question = service.explain({photos_[0].id}, photos_[2].id);
        const RequestId search = service.submit({photos_[3].id});
        QVERIFY(question < search);
        answers.letGo();
        QVERIFY(answers.wait());
        QCOMPARE(answers.ids().back(), search);
        auto answer = explained.get_future();
        QVERIFY(answer.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
        answers.letGo();
        QVERIFY(answer.wait_for(std::chrono::minutes(10)) == std::future_status::ready);
        const auto [id, photo] = answer.get();
        QVERIFY(id == question && photo == photos_[2].id);
    }

    void aLibraryThatComesLaterIsFoundByTheNextRequest() {
        QTemporaryDir folder;
        SearchService::Setup later = setup();
        later.libraryFile = folder.filePath(QStringLiteral("later.likeness")).toStdString();
        Answers answers;
        SearchService service(later, samples_->liveIndex(), answers.receiver());
        service.submit({photos_[0].id});
        QVERIFY(answers.wait());
        QCOMPARE(answers.last().error().code, ErrorCode::LibraryNotFound);

        std::filesystem::copy_file(samples_->file(), later.libraryFile);
        answers.letGo();
        service.submit({photos_[0].id});
        QVERIFY(answers.wait());
        QVERIFY(answers.last());
        answers.letGo();
    }
};

QTEST_GUILESS_MAIN(TestSearchService)
#include "test_search_service.moc"
