// SPDX-License-Identifier: GPL-3.0-or-later
// The library's model pack and codebooks of windows, changed in the real window.
#include "tests/quick_engine.h"
#include "tests/ui/opened_window.h"

#include "core/library/recipe_succession.h"
#include "ui/settings/settings_dialog.h"
#include "ui/similar/method_menu.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestPackChoice : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> opened_;

    void waitUntilIdle() const { QTRY_VERIFY_WITH_TIMEOUT(!opened_->session.isIndexing(), indexingLimitMs); }

    /// As soon as it begins.
    void pauseTheNextRun() {
        connect(&opened_->session, &LibrarySession::indexingChanged, this, [this] {
            if (opened_->session.isIndexing()) {
                disconnect(&opened_->session, &LibrarySession::indexingChanged, this, nullptr);
                opened_->session.pause();
            }
        });
    }

    SettingsDialog* openSettings() const {
        opened_->find<QAction>("settings")->trigger();
        return opened_->find<SettingsDialog>("settingsDialog");
    }

    std::string searched() const { return opened_->session.recipe()->pack().name; }

private Q_SLOTS:
    void init() {
        QSettings().clear();
        opened_ = std::make_unique<OpenedWindow>();
        const auto photos = opened_->copySamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 4);
        opened_->session.index({photos});
        QTRY_COMPARE_WITH_TIMEOUT(opened_->session.snapshot()->indexedCount(), 8, indexingLimitMs);
        waitUntilIdle();
    }
    void cleanup() { opened_.reset(); }

    void settingsSayWhatAPackIsAndChoosingItIndexesWhileTheFormerAnswers() {
        SettingsDialog* const dialog = openSettings();
        auto* const packs = dialog->findChild<QComboBox*>(QStringLiteral("settingsPack"));
        auto* const note = dialog->findChild<QLabel*>(QStringLiteral("settingsPackNote"));
        QTRY_COMPARE_WITH_TIMEOUT(packs->count(), 3, indexingLimitMs);
        QCOMPARE(packs->currentData().toString(), QStringLiteral("efficientnet-lite2-384"));
        QVERIFY(note->text().contains(QStringLiteral("384 × 384 pixels")));
        QVERIFY(note->text().contains(QStringLiteral("Apache-2.0")));

        pauseTheNextRun();
        packs->setCurrentIndex(packs->findData(QStringLiteral("small-cnn-224")));
        Q_EMIT packs->activated(packs->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(opened_->session.isPaused(), indexingLimitMs);
        QVERIFY(note->text().contains(QStringLiteral("GPL-3.0-or-later")));
        QVERIFY(note->text().contains(QStringLiteral("8 photos to index")));
        QCOMPARE(searched(), std::string(defaultPackName));
        opened_->session.resume();
        QTRY_COMPARE_WITH_TIMEOUT(searched(), std::string("small-cnn-224"), indexingLimitMs);
        waitUntilIdle();
        QCOMPARE(opened_->session.snapshot()->indexedCount(), 8);
        QTRY_VERIFY_WITH_TIMEOUT(!note->text().contains(QStringLiteral("to index")), indexingLimitMs);

        packs->setCurrentIndex(packs->findData(QStringLiteral("efficientnet-lite2-384")));
        Q_EMIT packs->activated(packs->currentIndex());
        QTRY_COMPARE_WITH_TIMEOUT(searched(), std::string(defaultPackName), indexingLimitMs);
    }

    void whatIsToComeIsGoneOnWithWhenTheLibraryIsOpenedAgain() {
        pauseTheNextRun();
        opened_->session.usePack("small-cnn-224");
        const auto isToCome = [this] {
            const auto database = Database::open(opened_->session.libraryFile(), OpenMode::ReadOnly);
            return (*recipeToIndexWith(*database))->pack().name == "small-cnn-224";
        };
        QTRY_VERIFY_WITH_TIMEOUT(isToCome(), indexingLimitMs);
        QVERIFY(opened_->session.isPaused());
        LibrarySession again({opened_->session.libraryFile(), quickEngine, 1});
        QTRY_VERIFY_WITH_TIMEOUT(again.recipe() != nullptr, indexingLimitMs);
        // The first one holds the library: the second is refused to index, but knows what is to come.
        QCOMPARE(again.nextRecipe()->pack().name, std::string("small-cnn-224"));
        opened_->session.resume();
        QTRY_COMPARE_WITH_TIMEOUT(searched(), std::string("small-cnn-224"), indexingLimitMs);
    }

    void aMethodForRegionsIsTrainedIndexedAndThenSearchedWith() {
        SimilarPresenter similar(opened_->session, 0);
        SessionCodebooks codebooks(opened_->session);
        const CodebookName wanted{"lsh", 64, Granularity::Region};
        codebooks.useCodebook(wanted);
        QVERIFY(codebooks.training().has_value());
        const CodebookName former{"itq", 256, Granularity::Region, CodebookName::Origin::Pack};
        QTRY_VERIFY_WITH_TIMEOUT(codebooks.coming(Granularity::Region) == wanted ||
                                     codebooks.current(Granularity::Region) == wanted,
                                 indexingLimitMs);
        if (codebooks.coming(Granularity::Region)) // else the eight photos were indexed meanwhile
            QCOMPARE(*codebooks.current(Granularity::Region), former);
        QTRY_VERIFY_WITH_TIMEOUT(codebooks.current(Granularity::Region) == wanted, indexingLimitMs);
        QVERIFY(!codebooks.coming(Granularity::Region));
        QCOMPARE(*codebooks.current(Granularity::Part),
                 (CodebookName{"itq", 256, Granularity::Part, CodebookName::Origin::Pack}));
        waitUntilIdle();
        QTRY_VERIFY_WITH_TIMEOUT(codebooks.canTrain(), indexingLimitMs);

        codebooks.useCodebook(former); // its codes are all there
        QTRY_VERIFY_WITH_TIMEOUT(codebooks.current(Granularity::Region) == former, indexingLimitMs);
    }

    void aNamesakeOfThePacksCodebookIsAnotherOne() {
        SessionCodebooks codebooks(opened_->session);
        const auto searchedBy = [&] { return codebooks.current(Granularity::Region); };
        const CodebookName ofPack{"itq", 256, Granularity::Region, CodebookName::Origin::Pack};
        const CodebookName namesake{"itq", 256, Granularity::Region};
        QTRY_VERIFY_WITH_TIMEOUT(codebooks.canTrain(), indexingLimitMs);
        QCOMPARE(*searchedBy(), ofPack);
        codebooks.useCodebook(namesake);
        QTRY_VERIFY_WITH_TIMEOUT(!codebooks.training() && searchedBy() == namesake, indexingLimitMs);
        waitUntilIdle();
        QTRY_VERIFY_WITH_TIMEOUT(codebooks.canTrain(), indexingLimitMs);
        codebooks.useCodebook(ofPack);
        QTRY_VERIFY_WITH_TIMEOUT(!codebooks.training() && searchedBy() == ofPack, indexingLimitMs);
    }
};

QTEST_MAIN(TestPackChoice)
#include "test_pack_choice.moc"
