// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/library_training.h"
#include "core/features/onednn_backbone.h"
#include "core/library/codebook_repository.h"
#include "core/library/codebook_switch.h"
#include "core/library/descriptor_repository.h"
#include "tests/library/indexing_fixture.h"

#include <SQLiteCpp/Database.h>

using namespace likeness;
using namespace likeness::test;

/// What numbers the network computes with is a library's choice, never a silent mix.
class TestPrecision : public QObject {
    Q_OBJECT

    static std::shared_ptr<const Recipe> half() { return recipeIn(Precision::Bf16, *recipe()); }

    /// As if the photos had been indexed in bfloat16, whatever the CPU can do.
    static void pretendHalf(const Database& database) {
        database.handle().exec("UPDATE network SET sha256 = '" + half()->pack().descriptorSource() + "'");
        database.handle().exec("UPDATE setting SET value = 'bf16' WHERE name = 'precision'");
    }

private Q_SLOTS:
    void anotherPrecisionIsAnotherFingerprint() {
        QVERIFY(half()->fingerprint() != recipe()->fingerprint());
        QCOMPARE(recipeIn(Precision::F32, *half())->fingerprint(), recipe()->fingerprint());
    }

    void aLibraryIsIn32BitsUnlessAskedOtherwise() {
        const Workplace place;
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        QCOMPARE(*libraryPrecision(place.open()), Precision::F32);
    }

    void aLibraryRemembersItsPrecisionAndMixesNothing() {
        if (!hasFastBf16())
            QSKIP("this CPU does not compute in bfloat16");
        const Workplace place;
        place.put(0, "a.jpg");
        place.put(1, "b.jpg");
        VERIFY_OK(place.index());
        const auto again = place.index(place.options(), half());
        VERIFY_OK(again);
        QCOMPARE(again->indexed, 2); // through the network, not from the descriptors in 32 bits
        QCOMPARE(*libraryPrecision(place.open()), Precision::Bf16);
        QCOMPARE((*libraryRecipe(place.open()))->pack().precision, Precision::Bf16);
        QCOMPARE(place.codes(*half()).size(), std::size_t{2});
        const Database database = place.open();
        const DescriptorRepository descriptors(database);
        QCOMPARE(descriptors.photos(half()->pack().descriptorSource())->size(), std::size_t{2});
    }

    void anotherCodebookLeavesThePrecisionAsItIs() {
        const Workplace place;
        place.put(0, "a.jpg");
        VERIFY_OK(place.index());
        pretendHalf(*Database::open(place.library(), OpenMode::Write));
        const auto labels = summariseLabels(place.open(), half()->pack(), LabelSource::None);
        VERIFY_OK(labels);
        QCOMPARE(labels->photos, 1);
        const Database database = *Database::open(place.library(), OpenMode::Write);
        VERIFY_OK(useCodebook(database, {}, [](double) {})); // the pack's own
        QCOMPARE(*libraryPrecision(database), Precision::Bf16);
        QCOMPARE(place.codes(**libraryRecipe(database)).size(), std::size_t{1});
    }

    void anEngineThatLacksThePrecisionEndsTheRun() {
        const Workplace place;
        place.put(0, "a.jpg");
        IndexOptions options = place.options();
        options.engine = Engine::Cpu;
        QCOMPARE(place.index(options, half()).error().code, ErrorCode::PrecisionUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestPrecision)
#include "test_precision.moc"
