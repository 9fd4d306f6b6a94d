// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_library.h"

#include "ui/similar/similar_presenter.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestSimilarPresenter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        library_ = std::make_unique<OpenedLibrary>();
        library_->indexSamples({QStringLiteral("hat-1.jpg"), QStringLiteral("hat-2.jpg"),
                                QStringLiteral("shoes-1.jpg"), QStringLiteral("shoes-2.jpg")});
        hat_ = library_->photo(QStringLiteral("hat-1.jpg"));
        shoes_ = library_->photo(QStringLiteral("shoes-1.jpg"));
    }

    void cleanupTestCase() { library_.reset(); }

    void init() {
        similar_ = std::make_unique<SimilarPresenter>(library_->session, 0);
        answers_ = std::make_unique<QSignalSpy>(&library_->session, &LibrarySession::searchAnswered);
    }

    void cleanup() {
        answers_.reset();
        similar_.reset();
    }

    void aQueryBeginsWithTheWholePhoto() {
        search(hat_);
        QCOMPARE(similar_->state().tool, SearchMode::Whole);
        QCOMPARE(similar_->request().mode, SearchMode::Whole);
        QVERIFY(similar_->request().boxes.empty());
        QCOMPARE(similar_->results().rowCount(), 3);
    }

    void regionBeginsWithABoxInTheMiddleSoThatResultsComeAtOnce() {
        search(hat_);
        similar_->setTool(SearchMode::Region);
        QCOMPARE(similar_->request().boxes, std::vector{firstRegion});
        awaitAnswer();
    }

    void partWaitsForASpot() {
        search(hat_);
        const auto before = answers_->count();
        similar_->setTool(SearchMode::Part);
        QVERIFY(awaitsPlace(similar_->state()));
        similar_->setManner(similar_->manner());
        QCOMPARE(answers_->count(), before);
        similar_->setBoxes({{.5, .5, 0, 0}});
        QCOMPARE(similar_->request().boxes.size(), 1U);
        awaitAnswer();
    }

    void regionAndFusedShareTheirBox() {
        search(hat_);
        similar_->setTool(SearchMode::Region);
        similar_->setBoxes({{.1, .1, .3, .3}});
        similar_->setTool(SearchMode::Fused);
        QCOMPARE(similar_->request().mode, SearchMode::Fused);
        QCOMPARE(similar_->request().boxes, (std::vector<Rectangle>{{.1, .1, .3, .3}}));
        similar_->setTool(SearchMode::Part);
        QVERIFY(similar_->request().boxes.empty());
        awaitAnswer();
    }

    void backAndForwardKeepToolAndBoxes() {
        search(hat_);
        similar_->setTool(SearchMode::Region);
        similar_->setBoxes({{.1, .1, .3, .3}});
        awaitAnswer();
        search(shoes_);
        QCOMPARE(similar_->state().tool, SearchMode::Whole);
        similar_->back();
        QCOMPARE(std::get<PhotoId>(*similar_->query()), hat_);
        QCOMPARE(similar_->state().tool, SearchMode::Region);
        QCOMPARE(boxesOf(similar_->state()), (std::vector<Rectangle>{{.1, .1, .3, .3}}));
        similar_->forward();
        QCOMPARE(similar_->state().tool, SearchMode::Whole);
        awaitAnswer();
    }

    void aBoxThatMovesFasterThanAnswersComeIsSearchedByWhereItEnds() {
        search(hat_);
        similar_->setTool(SearchMode::Region);
        const QSignalSpy changes(similar_.get(), &SimilarPresenter::stateChanged);
        for (int i = 0; i < 40; ++i)
            similar_->setBoxes({{.01 * i, .1, .3, .3}});
        QCOMPARE(changes.count(), 40);
        awaitAnswer();
        QVERIFY2(answers_->count() < 12, qPrintable(QString::number(answers_->count())));
        QCOMPARE(similar_->request().boxes.front().x, .39);
    }

    void resultsStayUntilTheNextAreThere() {
        search(hat_);
        QCOMPARE(similar_->results().rowCount(), 3);
        similar_->setTool(SearchMode::Region);
        QCOMPARE(similar_->results().rowCount(), 3);
        awaitAnswer();
    }

    void aQueryThatWaitsForASpotDoesNotShowAnothersResults() {
        search(hat_);
        similar_->setTool(SearchMode::Part);
        search(shoes_);
        QCOMPARE(similar_->results().rowCount(), 3);
        similar_->back();
        QCOMPARE(similar_->results().rowCount(), 0);
        QVERIFY(!similar_->hasAnswer());
        similar_->forward();
        awaitAnswer();
        QCOMPARE(similar_->results().rowCount(), 3);
    }

    void photosAddedToTheQueryAreInTheRequest() {
        search(hat_);
        const PhotoId other = library_->photo(QStringLiteral("hat-2.jpg"));
        similar_->addLike(other);
        similar_->addUnlike(shoes_);
        similar_->setCombination(Combination::Best);
        const SearchRequest request = similar_->request();
        QCOMPARE(std::get<PhotoId>(request.alsoLike.at(0)), other);
        QCOMPARE(std::get<PhotoId>(request.unlike.at(0)), shoes_);
        QCOMPARE(request.combination, Combination::Best);
        similar_->addUnlike(other); // it can't be both
        QVERIFY(similar_->request().alsoLike.empty());
        similar_->removePhoto(other);
        similar_->removePhoto(shoes_);
        QVERIFY(similar_->request().unlike.empty());
        awaitAnswer();
    }

    void theMannerStaysFromQueryToQuery() {
        search(hat_);
        SearchManner manner;
        manner.weights = {0, 1, 0};
        manner.fusion = Fusion::Concatenated;
        similar_->setManner(manner);
        search(shoes_);
        QCOMPARE(similar_->request().weights.region, 1.0);
        QCOMPARE(similar_->request().fusion, Fusion::Concatenated);
    }

    void beforeTheFirstQueryNothingCanBeAsked() {
        similar_->setTool(SearchMode::Region);
        similar_->setBoxes({{.1, .1, .3, .3}});
        similar_->addLike(hat_);
        QVERIFY(!similar_->query());
        QCOMPARE(similar_->state().tool, SearchMode::Whole);
        QVERIFY(similar_->state().alsoLike.empty());
    }

private:
    void search(PhotoId photo) {
        similar_->search(photo);
        awaitAnswer();
    }

    /// Until nothing is in flight: the last answer is final, and none was asked for after it.
    void awaitAnswer() { QTRY_VERIFY_WITH_TIMEOUT(similar_->isSettled(), OpenedLibrary::limitMs); }

    std::unique_ptr<OpenedLibrary> library_;
    std::unique_ptr<SimilarPresenter> similar_;
    std::unique_ptr<QSignalSpy> answers_;
    PhotoId hat_;
    PhotoId shoes_;
};

QTEST_GUILESS_MAIN(TestSimilarPresenter)
#include "test_similar_presenter.moc"
