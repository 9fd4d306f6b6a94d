// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_library.h"

#include "core/library/codebook_repository.h"
#include "core/library/tag_repository.h"
#include "ui/training/training_presenter.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

namespace {

using State = TrainingPresenter::State;
using Advice = TrainingPresenter::Advice;
using Kind = TrainingPresenter::Step::Kind;

QStringList sampleNames() {
    QStringList names;
    for (const char* kind : {"hat", "shoes", "dress"})
        for (int i = 1; i <= 8; ++i)
            names.append(QStringLiteral("%1-%2.jpg").arg(QLatin1String(kind)).arg(i));
    return names;
}

} // namespace

/// On one library of 24 photos, tagged by kind.
class TestTrainingPresenter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        library_ = std::make_unique<OpenedLibrary>();
        library_->indexSamples(sampleNames());
        QTRY_VERIFY_WITH_TIMEOUT(library_->session.recipe(), OpenedLibrary::limitMs);
        const auto database = Database::open(library_->session.libraryFile(), OpenMode::Write);
        QVERIFY(database);
        for (const QString& name : sampleNames()) {
            const PhotoId photo = library_->photo(name);
            QVERIFY(TagRepository(*database).add(name.section(QLatin1Char('-'), 0, 0).toStdString(),
                                                 std::span(&photo, 1)));
        }
    }

    void init() {
        codebooks_ = std::make_unique<SessionCodebooks>(library_->session);
        presenter_ = std::make_unique<TrainingPresenter>(library_->session, *codebooks_);
        QTRY_VERIFY(presenter_->summaryOf(LabelSource::Tags).has_value());
    }

    void cleanup() {
        presenter_.reset();
        codebooks_.reset();
    }

    void cleanupTestCase() { library_.reset(); }

    void whatThereIsToLearnFromIsCounted() {
        QCOMPARE(presenter_->summaryOf(LabelSource::None)->photos, 24);
        QCOMPARE(presenter_->summaryOf(LabelSource::Tags)->labels, 3);
        QCOMPARE(presenter_->summaryOf(LabelSource::Tags)->learnable, 3);
        QCOMPARE(presenter_->summaryOf(LabelSource::Folders)->photos, 0); // all lie right in the root
    }

    void whatCantTeachIsNotStarted() {
        choose([](TrainingChoices& choices) { choices.labels = LabelSource::Folders; });
        QCOMPARE(presenter_->advice(), Advice::TooFewLabels);
        QVERIFY(!presenter_->canStart());
        presenter_->start();
        QCOMPARE(presenter_->state(), State::Ready);
        choose([](TrainingChoices& choices) { choices.method = "itq"; });
        QCOMPARE(presenter_->advice(), Advice::TooFewPhotos);
        choose([](TrainingChoices& choices) { choices.labels = LabelSource::Tags; });
        QVERIFY(presenter_->canStart());
        choose([](TrainingChoices& choices) {
            choices.method = "deep";
            choices.folds = 2; // leaves 12 of 24 photos to learn from
        });
        QCOMPARE(presenter_->advice(), Advice::TooFewPhotos);
    }

    void theCurvesGrowAndTheOfferIsComparedWithTheCodebookInUse() {
        chooseTags(64);
        int heard = 0;
        connect(presenter_.get(), &TrainingPresenter::progressed, this, [&] { ++heard; });
        train();
        QVERIFY(heard >= 2);
        QVERIFY(presenter_->epochs().front().validation.has_value());
        QVERIFY(!presenter_->epochs().back().validation.has_value());
        QCOMPARE(presenter_->step().kind, Kind::EpochOnAll);
        const auto& validation = presenter_->offer()->trained.validation;
        QVERIFY(validation && validation->baseline);
        QCOMPARE(*validation->baseline, *presenter_->epochs().front().baseline);
        QVERIFY(validation->trained > 0.4); // by chance 1/3
        QCOMPARE(codebooks_->current(Granularity::Global)->method, std::string("itq"));
    }

    void theSameSeedGivesTheSameCodebook() {
        const auto weights = [this](int seed) {
            chooseTags(32);
            choose([seed](TrainingChoices& choices) { choices.seed = seed; });
            train();
            auto values = presenter_->offer()->trained.codebook.encoder->tensors()[1].values;
            presenter_->discard();
            return values;
        };
        const auto first = weights(1);
        QVERIFY(first == weights(1));
        QVERIFY(first != weights(2));
    }

    void foldsAreToldBeforeTheEpochs() {
        chooseTags(16);
        choose([](TrainingChoices& choices) { choices.folds = 4; });
        std::vector<Kind> kinds;
        connect(presenter_.get(), &TrainingPresenter::progressed, this,
                [&] { kinds.push_back(presenter_->step().kind); });
        train();
        QCOMPARE(presenter_->offer()->folds.size(), std::size_t{4});
        QCOMPARE(kinds.front(), Kind::Fold);
        QCOMPARE(std::ranges::count(kinds, Kind::Fold), 4);
    }

    void aStopOffersTheBestSoFar() {
        chooseTags(1024);
        QMetaObject::Connection stopper = connect(presenter_.get(), &TrainingPresenter::progressed,
                                                  presenter_.get(), [this] { presenter_->cancel(); });
        presenter_->start();
        QTRY_VERIFY_WITH_TIMEOUT(presenter_->state() == State::Finished, OpenedLibrary::limitMs);
        disconnect(stopper);
        QVERIFY(presenter_->offer().has_value());
        QVERIFY(!presenter_->epochs().empty());
        presenter_->discard();
        QCOMPARE(presenter_->state(), State::Ready);
        QVERIFY(presenter_->epochs().empty());
    }

    void aStopBeforeTheFirstEpochOffersNothing() {
        chooseTags(64);
        presenter_->start();
        presenter_->cancel();
        QCOMPARE(presenter_->state(), State::Stopping);
        QTRY_VERIFY_WITH_TIMEOUT(presenter_->state() == State::Ready, OpenedLibrary::limitMs);
        QVERIFY(!presenter_->offer() && !presenter_->error());
    }

    void methodsWithoutEpochsAreMeasuredToo() {
        choose([](TrainingChoices& choices) {
            choices.method = "lsh";
            choices.bits = 64;
        });
        train();
        QVERIFY(presenter_->epochs().empty());
        QVERIFY(presenter_->offer()->trained.validation->baseline.has_value());
    }

    void theOfferIsKeptAndSearchedWithOnceItIsTaken() {
        chooseTags(32);
        train();
        QVERIFY(presenter_->canUse());
        presenter_->use();
        QCOMPARE(presenter_->state(), State::Adopting);
        QTRY_VERIFY_WITH_TIMEOUT(presenter_->wasUsed(), OpenedLibrary::limitMs);
        QTRY_COMPARE_WITH_TIMEOUT(*codebooks_->current(Granularity::Global), (CodebookName{"deep", 32}),
                                  OpenedLibrary::limitMs);
        QVERIFY(!presenter_->offer().has_value());
        const auto database = Database::open(library_->session.libraryFile(), OpenMode::ReadOnly);
        const auto recipe = libraryRecipe(*database);
        QVERIFY((*recipe)->codebook().encoder->method() == "deep");
    }

    void aTrainingIsStoppedWhenItsPresenterGoes() {
        chooseTags(1024);
        presenter_->start();
        presenter_.reset(); // waits
        QVERIFY(true);
    }

private:
    template <typename Change>
    void choose(Change change) {
        TrainingChoices choices = presenter_->choices();
        change(choices);
        presenter_->setChoices(choices);
    }
    void chooseTags(int bits) {
        choose([bits](TrainingChoices& choices) {
            choices.labels = LabelSource::Tags;
            choices.bits = bits;
        });
    }
    void train() {
        presenter_->start();
        QCOMPARE(presenter_->state(), State::Running);
        QTRY_VERIFY_WITH_TIMEOUT(presenter_->state() != State::Running, OpenedLibrary::limitMs);
        QVERIFY2(!presenter_->error(), presenter_->error() ? presenter_->error()->text.c_str() : "");
        QCOMPARE(presenter_->state(), State::Finished);
    }

    std::unique_ptr<OpenedLibrary> library_;
    std::unique_ptr<SessionCodebooks> codebooks_;
    std::unique_ptr<TrainingPresenter> presenter_;
};

QTEST_MAIN(TestTrainingPresenter)
#include "test_training_presenter.moc"
