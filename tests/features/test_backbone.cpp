// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/features/backbone.h"
#include "core/features/pooling.h"
#include "core/image/decoder.h"

#include <QtTest>

#include <algorithm>
#include <numeric>
#include <thread>

using namespace likeness;

namespace {

/// Stripes and a gradient: structure enough for a network to react to.
Image picture(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int value : {x * 255 / width, y * 255 / height, (x / 8 + y / 16) % 2 * 200})
                image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

bool hasShape(const FeatureMap& map, const MapSpec& spec) {
    return map.channels == spec.channels && map.height == spec.height && map.width == spec.width &&
           map.values.size() == static_cast<std::size_t>(spec.channels) *
                                    static_cast<std::size_t>(spec.height) *
                                    static_cast<std::size_t>(spec.width);
}

} // namespace

class TestBackbone : public QObject {
    Q_OBJECT

    ModelPack pack_;
    std::unique_ptr<Backbone> backbone_;

    /// The global descriptor of a photo below resources/.
    Descriptor descriptorOf(const char* photo) const {
        const std::filesystem::path resources = LIKENESS_SOURCE_DIR "/resources";
        const auto decoded = Decoder().decodeForNetwork(resources / photo, pack_.input.width);
        if (!decoded)
            return {};
        const auto maps = backbone_->run(decoded->image);
        return maps ? gemPool(maps->stride32, pack_.gemPower) : Descriptor();
    }

private Q_SLOTS:
    void initTestCase() {
        setThreadsPerPass(1);
        auto pack = findModelPack(defaultPackName);
        QVERIFY2(pack, pack ? "" : pack.error().text.c_str());
        pack_ = *std::move(pack);
        auto opened = openBackbone(pack_, Engine::Cpu);
        QVERIFY2(opened, opened ? "" : opened.error().text.c_str());
        QCOMPARE(opened->engine, Engine::Cpu);
        QVERIFY(opened->notice.empty());
        backbone_ = std::move(opened->backbone);
    }

    void onePassGivesBothMapsInTheManifestsShapes() {
        const auto maps = backbone_->run(picture(500, 300));
        QVERIFY2(maps, maps ? "" : maps.error().text.c_str());
        QVERIFY(hasShape(maps->stride16, pack_.stride16));
        QVERIFY(hasShape(maps->stride32, pack_.stride32));
        QVERIFY(std::ranges::any_of(maps->stride16.values, [](float v) { return v != 0.0F; }));
        // The last activation of the network is a ReLU6.
        QVERIFY(std::ranges::all_of(maps->stride32.values, [](float v) { return v >= 0.0F && v <= 6.0F; }));
    }

    void theSamePhotoGivesTheSameMapsInEveryBackbone() {
        const Image image = picture(384, 384);
        const auto once = backbone_->run(image);
        QVERIFY(backbone_->run(picture(100, 90)));
        const auto again = backbone_->run(image);
        const auto other = openBackbone(pack_, Engine::Cpu);
        QVERIFY(once && again && other);
        const auto elsewhere = other->backbone->run(image);
        QVERIFY(elsewhere);
        QVERIFY(once->stride32.values == again->stride32.values);
        QVERIFY(once->stride32.values == elsewhere->stride32.values);
        QVERIFY(once->stride16.values == elsewhere->stride16.values);
    }

    void aBackboneInEachOfTwoThreadsGivesTheSameMaps() {
        const Image image = picture(384, 384);
        const auto expected = backbone_->run(image);
        std::vector<Result<FeatureMaps>> found(2, makeError(ErrorCode::Cancelled));
        {
            std::vector<std::jthread> threads;
            for (auto& maps : found)
                threads.emplace_back([this, &maps, &image] {
                    const auto own = openBackbone(pack_, Engine::Cpu);
                    if (own)
                        maps = own->backbone->run(image);
                });
        }
        for (const auto& maps : found)
            QVERIFY(maps && maps->stride32.values == expected->stride32.values);
    }

    void anEngineThatIsNotThereFallsBackWithANotice() {
        const auto engines = availableEngines();
        QCOMPARE(engines.front(), Engine::Cpu);
        for (Engine wanted : {Engine::OneDnn, Engine::OpenCl, Engine::Cuda}) {
            const auto opened = openBackbone(pack_, wanted);
            QVERIFY(opened);
            const bool offered = std::ranges::find(engines, wanted) != engines.end();
            if (!offered)
                QCOMPARE(opened->engine, Engine::Cpu);
            QCOMPARE(opened->notice.empty(), opened->engine == wanted);
            if (opened->engine != wanted)
                QVERIFY(opened->notice.find(engineName(wanted)) != std::string::npos);
            QVERIFY(opened->backbone->run(picture(30, 30)));
        }
    }

    void aFileThatIsNoNetworkIsAnErrorThatNamesIt() {
        QTemporaryDir folder;
        ModelPack pack = pack_;
        pack.networkFile = folder.filePath(QStringLiteral("n.onnx")).toStdString();
        QCOMPARE(openBackbone(pack, Engine::Cpu).error().code, ErrorCode::NetworkFailed);
        QVERIFY(writeFileAtomically(pack.networkFile, Bytes(1000, std::byte{7})));
        const auto opened = openBackbone(pack, Engine::Cpu);
        QCOMPARE(opened.error().code, ErrorCode::NetworkFailed);
        QCOMPARE(opened.error().arguments.front(), pack.networkFile.string());
    }

    void outputsThatAreNotTheManifestsAreAnError() {
        ModelPack pack = pack_;
        pack.stride32.width = 13;
        const auto wrongShape = openBackbone(pack, Engine::Cpu);
        QCOMPARE(wrongShape.error().code, ErrorCode::NetworkFailed);
        QVERIFY(wrongShape.error().arguments.at(1).find("1 x 1280 x 12 x 13") != std::string::npos);
        pack.stride32.name = "no such output";
        QCOMPARE(openBackbone(pack, Engine::Cpu).error().code, ErrorCode::NetworkFailed);
    }

    void aRealPhotoIsNearerToItsEditsThanToOtherPhotos() {
        const Descriptor hat = descriptorOf("samples/hat/hat-3.jpg");
        const auto cosine = [&hat](const Descriptor& other) {
            return std::inner_product(hat.begin(), hat.end(), other.begin(), 0.0F);
        };
        QCOMPARE(hat.size(), static_cast<std::size_t>(pack_.descriptorLength()));
        const float cropped = cosine(descriptorOf("samples-made/edited/hat-3.crop80.made-edit.jpg"));
        const float brighter = cosine(descriptorOf("samples-made/edited/hat-3.brightness.made-edit.jpg"));
        const float otherHat = cosine(descriptorOf("samples/hat/hat-4.jpg"));
        const float shoes = cosine(descriptorOf("samples/shoes/shoes-1.jpg"));
        QVERIFY2(
            std::min(cropped, brighter) > std::max(otherHat, shoes) + 0.1F,
            qPrintable(QStringLiteral("%1 %2 %3 %4").arg(cropped).arg(brighter).arg(otherHat).arg(shoes)));
    }

    void threadsWithinAPassChangeNothing() {
        const Image image = picture(384, 384);
        const auto alone = backbone_->run(image);
        setThreadsPerPass(2);
        const auto shared = backbone_->run(image);
        setThreadsPerPass(1);
        QVERIFY(alone && shared && alone->stride32.values == shared->stride32.values);
    }

    void aPhotoWithoutPixelsIsAnError() {
        QCOMPARE(backbone_->run(Image{}).error().code, ErrorCode::NetworkFailed);
    }

    void enginesHaveTheNamesThatSettingsUse() {
        QCOMPARE(engineName(Engine::Auto), std::string_view("auto"));
        QCOMPARE(engineName(Engine::OneDnn), std::string_view("onednn"));
        QCOMPARE(engineName(Engine::Cpu), std::string_view("cpu"));
        QCOMPARE(engineName(Engine::OpenCl), std::string_view("opencl"));
        QCOMPARE(engineName(Engine::Cuda), std::string_view("cuda"));
        for (const Engine engine : allEngines)
            QCOMPARE(engineFromName(engineName(engine)), std::optional(engine));
        QVERIFY(!engineFromName("abacus"));
    }
};

QTEST_APPLESS_MAIN(TestBackbone)
#include "test_backbone.moc"
