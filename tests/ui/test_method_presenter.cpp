// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_library.h"

#include "ui/similar/method_menu.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

namespace {

/// A library with two codebooks, whose others are trained when told.
class Shelf : public CodebookCatalog {
public:
    std::vector<CodebookName> availableCodebooks() const override { return available_; }
    std::optional<CodebookName> current(Granularity granularity) const override {
        return granularity == Granularity::Global ? current_ : currentRegions_;
    }
    std::optional<CodebookName> coming(Granularity granularity) const override {
        return granularity == Granularity::Region ? comingRegions_ : std::nullopt;
    }
    std::optional<Training> training() const override { return training_; }
    bool canTrain() const override { return true; }

    void useCodebook(const CodebookName& codebook) override {
        if (codebook.granularity == Granularity::Region)
            comingRegions_ = codebook;
        else if (std::find(available_.begin(), available_.end(), codebook) != available_.end())
            current_ = codebook;
        else
            training_ = Training{codebook, .25};
        Q_EMIT changed();
    }

    void finishTraining() {
        current_ = training_->codebook;
        available_.push_back(current_);
        training_.reset();
        Q_EMIT changed();
    }

    void finishIndexing() {
        currentRegions_ = *std::exchange(comingRegions_, std::nullopt);
        Q_EMIT changed();
    }

private:
    CodebookName current_{"itq", 256, Granularity::Global, CodebookName::Origin::Pack};
    std::vector<CodebookName> available_{current_, {"lsh", 256}};
    CodebookName currentRegions_{"itq", 128, Granularity::Region};
    std::optional<CodebookName> comingRegions_;
    std::optional<Training> training_;
};

} // namespace

class TestMethodPresenter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        shelf_ = std::make_unique<Shelf>();
        library_ = std::make_unique<OpenedLibrary>();
        similar_ = std::make_unique<SimilarPresenter>(library_->session, 0);
        method_ = std::make_unique<MethodPresenter>(*shelf_, *similar_);
        menu_ = std::make_unique<MethodMenu>(*method_);
    }

    void cleanup() {
        menu_.reset();
        method_.reset();
        similar_.reset();
        library_.reset();
        shelf_.reset();
    }

    void aCodebookThatIsThereIsUsedAtOnce() {
        QCOMPARE(menu_->text(), QStringLiteral("ITQ · 256 bits"));
        choose("method-lsh");
        QCOMPARE(*shelf_->current(Granularity::Global), (CodebookName{"lsh", 256}));
        QCOMPARE(menu_->text(), QStringLiteral("LSH · 256 bits"));
    }

    void aCodebookThatIsNotThereIsTrainedFirst() {
        QCOMPARE(method_->offerOf({"itq", 64}), MethodPresenter::Offer::Trainable);
        QCOMPARE(action("bits-64")->text(), QStringLiteral("64 bits (trains first)"));
        choose("bits-64");
        QCOMPARE(*shelf_->current(Granularity::Global),
                 (CodebookName{"itq", 256, Granularity::Global, CodebookName::Origin::Pack}));
        QCOMPARE(menu_->text(), QStringLiteral("ITQ · 64 bits, training 25 %"));
        shelf_->finishTraining();
        QCOMPARE(menu_->text(), QStringLiteral("ITQ · 64 bits"));
        QVERIFY(action("bits-64")->isChecked());
        QCOMPARE(action("bits-64")->text(), QStringLiteral("64 bits"));
    }

    void thePacksCodebookAndItsNamesakeOfTheLibraryAreTwo() {
        QVERIFY(action("packCodebook")->isChecked());
        QVERIFY(!action("method-itq")->isChecked());
        QCOMPARE(action("packCodebook")->text(), QStringLiteral("ITQ · 256 bits, of the model pack"));
        QCOMPARE(action("method-itq")->text(), QStringLiteral("ITQ (trains first)"));
        QVERIFY(menu_->toolTip().contains(QStringLiteral("model pack")));
        choose("method-itq");
        shelf_->finishTraining();
        QVERIFY(action("method-itq")->isChecked());
        QVERIFY(!action("packCodebook")->isChecked());
        QVERIFY(menu_->toolTip().contains(QStringLiteral("this library")));
        choose("packCodebook");
        QVERIFY(action("packCodebook")->isChecked());
    }

    void theToolInUseSaysWhoseCodebookIsChosen() {
        similar_->search(std::filesystem::path("/no/such.jpg"));
        similar_->setTool(SearchMode::Region);
        QCOMPARE(menu_->text(), QStringLiteral("ITQ · 128 bits"));
        QCOMPARE(action("method-lsh")->text(), QStringLiteral("LSH (trains and indexes first)"));
        choose("method-lsh");
        QCOMPARE(*shelf_->current(Granularity::Region), (CodebookName{"itq", 128, Granularity::Region}));
        QCOMPARE(menu_->text(), QStringLiteral("LSH · 128 bits, being indexed"));
        similar_->setTool(SearchMode::Whole);
        QCOMPARE(menu_->text(), QStringLiteral("ITQ · 256 bits"));
        similar_->setTool(SearchMode::Region);
        shelf_->finishIndexing();
        QCOMPARE(menu_->text(), QStringLiteral("LSH · 128 bits"));
    }

    void everyMethodAndLengthIsOffered() {
        for (const char* method : {"deep", "itq", "qh", "ch", "lsh"})
            QVERIFY(action((QByteArray("method-") + method).constData())->isEnabled());
        for (const int bits : {16, 32, 64, 128, 256, 512, 1024})
            QVERIFY(action(QByteArray("bits-" + QByteArray::number(bits)).constData()));
    }

    void rerankingAndVariantsGoIntoTheRequest() {
        QVERIFY(action("reranking-0")->isChecked());
        choose("reranking-4");
        QCOMPARE(similar_->manner().ranking, Ranking::Codes);
        QVERIFY(action("reranking-4")->isChecked());
        choose("reranking-3");
        QCOMPARE(similar_->manner().ranking, Ranking::Full);
        QCOMPARE(similar_->manner().rerank, Rerank::Asymmetric);
        choose("mirrored");
        choose("rotated");
        const SearchRequest request = similar_->request();
        QVERIFY(request.mirrored && request.rotated);
        QCOMPARE(request.rerank, Rerank::Asymmetric);
        QVERIFY(action("mirrored")->isChecked());
    }

private:
    QAction* action(const char* name) { return menu_->findChild<QAction*>(QLatin1String(name)); }
    void choose(const char* name) { action(name)->trigger(); }

    std::unique_ptr<Shelf> shelf_;
    std::unique_ptr<OpenedLibrary> library_;
    std::unique_ptr<SimilarPresenter> similar_;
    std::unique_ptr<MethodPresenter> method_;
    std::unique_ptr<MethodMenu> menu_;
};

QTEST_MAIN(TestMethodPresenter)
#include "test_method_presenter.moc"
