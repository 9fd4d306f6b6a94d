// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/training_loading.h"

#include "core/library/descriptor_repository.h"
#include "tests/library/indexing_fixture.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::test;

/// One library of six photos, one of them missing.
class TestTrainingLoading : public QObject {
    Q_OBJECT

    Workplace place_;
    ModelPack pack_;
    std::vector<PhotoId> photos_;

private Q_SLOTS:
    void initTestCase() {
        pack_ = recipe()->pack();
        for (std::size_t i = 0; i < 5; ++i)
            photos_.push_back({});
        for (std::size_t i = 0; i < 6; ++i)
            place_.put(i, std::to_string(i) + ".jpg");
        VERIFY_OK(place_.index());
        std::filesystem::remove(place_.photos() / "5.jpg");
        VERIFY_OK(place_.index());
        for (std::size_t i = 0; i < 5; ++i)
            photos_[i] = place_.idOf(place_.photos() / (std::to_string(i) + ".jpg"));
        std::ranges::sort(photos_);
    }

    void allSearchablePhotosAreLoadedAsIndexingKeptThem() {
        const Database database = place_.open();
        const auto data = loadTrainingData(database, pack_, {});
        VERIFY_OK(data);
        QCOMPARE(data->count(), 5);
        QVERIFY(data->labels.empty());
        QCOMPARE(data->description, std::string("5 photos of a library"));
        for (std::size_t i = 0; i < photos_.size(); ++i) {
            const auto stored = CodeRepository(database, recipe()->fingerprint()).descriptor(photos_[i]);
            VERIFY_OK(stored);
            const auto row = data->matrix().row(static_cast<int>(i));
            QCOMPARE(Descriptor(row.begin(), row.end()), dequantise(*stored));
        }
    }

    void ofMorePhotosARandomChoiceIsTaken() {
        const Database database = place_.open();
        const auto some = [&](std::uint64_t seed) {
            return loadTrainingData(database, pack_, {.most = 3, .seed = seed})->values;
        };
        QCOMPARE(some(1).size(), std::size_t{3} * static_cast<std::size_t>(pack_.descriptorLength()));
        QCOMPARE(some(1), some(1));
        bool differs = false;
        for (std::uint64_t seed = 2; seed < 10; ++seed)
            differs = differs || some(1) != some(seed);
        QVERIFY(differs);
    }

    void withLabelsTheLabelledPhotosAlone() {
        const Database database = place_.open();
        const auto data = loadTrainingData(
            database, pack_, {},
            {{photos_[1], {7}}, {photos_[3], {2, 7}}, {photos_[4], {7}}, {PhotoId{99}, {1}}});
        VERIFY_OK(data);
        QCOMPARE(data->labels, (std::vector<LabelSet>{{7}, {2, 7}, {7}}));
        QCOMPARE(data->description, std::string("3 photos of a library with 2 labels"));
        QCOMPARE(loadTrainingData(database, pack_, {}, {{PhotoId{99}, {1}}}).error().code,
                 ErrorCode::NoLabels);
    }

    void descriptorsOfAnotherNetworkAreNotUsed() {
        const Database database = place_.open();
        ModelPack other = pack_;
        other.networkSha256 = "another";
        QCOMPARE(loadTrainingData(database, other, {}).error().code, ErrorCode::LibraryEmpty);
        QVERIFY(DescriptorRepository(database).descriptors(photos_, "another")->empty());
    }
};

QTEST_GUILESS_MAIN(TestTrainingLoading)
#include "test_training_loading.moc"
