// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/onednn_backbone.h"
#include "core/features/pooling.h"
#include "core/image/decoder.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>

using namespace likeness;

namespace {

const std::filesystem::path samples = LIKENESS_SOURCE_DIR "/resources/samples";

ModelPack packNamed(const char* name) {
    auto pack = findModelPack(name);
    return pack ? *std::move(pack) : ModelPack{};
}

Image photo(const char* name, const ModelPack& pack) {
    auto decoded = Decoder().decodeForNetwork(samples / name, pack.input.width);
    return decoded ? std::move(decoded->image) : Image{};
}

/// The largest difference, as a share of the largest value.
float relativeDifference(const FeatureMap& a, const FeatureMap& b) {
    if (a.values.size() != b.values.size() || a.values.empty())
        return 1.0F;
    float largest = 0.0F;
    float difference = 0.0F;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        largest = std::max(largest, std::abs(a.values[i]));
        difference = std::max(difference, std::abs(a.values[i] - b.values[i]));
    }
    return difference / largest;
}

float cosine(const Descriptor& a, const Descriptor& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

} // namespace

class TestOneDnnBackbone : public QObject {
    Q_OBJECT

    std::unique_ptr<Backbone> opened(const ModelPack& pack, Engine engine = Engine::OneDnn) const {
        auto opened = openBackbone(pack, engine);
        return opened && opened->engine == engine ? std::move(opened->backbone) : nullptr;
    }

private Q_SLOTS:
    void init() {
        setThreadsPerPass(1);
        if (oneDnnVersion().empty())
            QSKIP("built without oneDNN");
    }

    void bothMapsOfRealPhotosAgreeWithOpenCv_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"efficientnet-lite2-384", "efficientnet-lite0-224"})
            QTest::newRow(name) << QByteArray(name);
    }

    void bothMapsOfRealPhotosAgreeWithOpenCv() {
        QFETCH(QByteArray, name);
        const ModelPack pack = packNamed(name);
        const auto oneDnn = opened(pack);
        const auto openCv = opened(pack, Engine::Cpu);
        QVERIFY(oneDnn && openCv);
        for (const char* file : {"hat/hat-3.jpg", "shoes/shoes-1.jpg", "dress/dress-2.jpg"}) {
            const Image image = photo(file, pack);
            const auto found = oneDnn->run(image);
            const auto expected = openCv->run(image);
            QVERIFY(found && expected);
            QVERIFY(relativeDifference(expected->stride16, found->stride16) < 1e-3F);
            QVERIFY(relativeDifference(expected->stride32, found->stride32) < 1e-3F);
        }
    }

    void passesOnOneWorkspaceDoNotDependOnEachOther() {
        const ModelPack pack = packNamed("efficientnet-lite0-224");
        const auto backbone = opened(pack);
        const Image hat = photo("hat/hat-3.jpg", pack);
        const auto once = backbone->run(hat);
        QVERIFY(backbone->run(photo("shoes/shoes-1.jpg", pack)));
        const auto again = backbone->run(hat);
        QVERIFY(once && again);
        QVERIFY(once->stride16.values == again->stride16.values);
        QVERIFY(once->stride32.values == again->stride32.values);
    }

    void aBackboneInEachOfTwoThreadsGivesTheSameMaps() {
        const ModelPack pack = packNamed("efficientnet-lite2-384");
        const Image image = photo("hat/hat-3.jpg", pack);
        const auto expected = opened(pack)->run(image);
        std::vector<Result<FeatureMaps>> found(2, makeError(ErrorCode::Cancelled));
        {
            std::vector<std::jthread> threads;
            for (auto& maps : found)
                threads.emplace_back([&] {
                    const auto own = opened(pack);
                    for (int pass = 0; own && pass < 3; ++pass)
                        maps = own->run(image);
                });
        }
        for (const auto& maps : found)
            QVERIFY(maps && maps->stride32.values == expected->stride32.values &&
                    maps->stride16.values == expected->stride16.values);
    }

    void moreThreadsInAPassGiveTheSameMapsUpToRounding() {
        const ModelPack pack = packNamed("efficientnet-lite2-384");
        const auto backbone = opened(pack);
        const Image image = photo("hat/hat-3.jpg", pack);
        const auto alone = backbone->run(image);
        setThreadsPerPass(2);
        const auto shared = backbone->run(image);
        QVERIFY(alone && shared);
        QVERIFY(relativeDifference(alone->stride32, shared->stride32) < 1e-4F);
    }

    void aNetworkWithOtherLayersFallsBackToOpenCvWithANotice() {
        const auto fallenBack = openBackbone(packNamed("small-cnn-224"), Engine::OneDnn);
        QVERIFY(fallenBack);
        QCOMPARE(fallenBack->engine, Engine::Cpu);
        QVERIFY2(fallenBack->notice.find("onednn") != std::string::npos &&
                     fallenBack->notice.find("Pooling") != std::string::npos,
                 fallenBack->notice.c_str());
        QVERIFY(fallenBack->backbone->run(photo("hat/hat-3.jpg", packNamed("small-cnn-224"))));
    }

    void aManifestWithOtherShapesIsRefusedAsByOpenCv() {
        ModelPack pack = packNamed("efficientnet-lite0-224");
        pack.stride32.width += 1;
        QCOMPARE(openBackbone(pack, Engine::OneDnn).error().arguments,
                 openBackbone(pack, Engine::Cpu).error().arguments);
    }

    void aPhotoWithoutPixelsIsAnError() {
        QCOMPARE(opened(packNamed("efficientnet-lite0-224"))->run(Image{}).error().code,
                 ErrorCode::NetworkFailed);
    }

    void halfOfTheBitsGiveNearlyTheSameDescriptor() {
        if (!hasFastBf16())
            QSKIP("this CPU does not compute in bfloat16");
        ModelPack pack = packNamed("efficientnet-lite2-384");
        const Image image = photo("hat/hat-3.jpg", pack);
        const auto full = opened(pack)->run(image);
        pack.precision = Precision::Bf16;
        const auto half = opened(pack)->run(image);
        QVERIFY(full && half && full->stride32.values != half->stride32.values);
        QVERIFY(cosine(gemPool(full->stride32, 3.0F), gemPool(half->stride32, 3.0F)) > 0.999F);
    }

    void noOtherPrecisionIsTakenInstead() {
        ModelPack pack = packNamed("efficientnet-lite0-224");
        pack.precision = Precision::Bf16;
        QCOMPARE(openBackbone(pack, Engine::Cpu).error().code, ErrorCode::PrecisionUnavailable);
        if (!hasFastBf16())
            QCOMPARE(openBackbone(pack, Engine::Auto).error().code, ErrorCode::PrecisionUnavailable);
    }
};

QTEST_APPLESS_MAIN(TestOneDnnBackbone)
#include "test_onednn_backbone.moc"
