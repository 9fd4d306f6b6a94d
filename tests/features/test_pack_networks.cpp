// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/features/backbone.h"
#include "core/hashing/codebook.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace likeness;
using Json = nlohmann::json;

namespace {

const std::filesystem::path models = LIKENESS_SOURCE_DIR "/models";

Image gradient() {
    Image image{64, 48, {}};
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int value : {x * 4, y * 5, (x / 8 + y / 8) % 2 * 200})
                image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

bool hasShape(const FeatureMap& map, const MapSpec& spec) {
    return map.channels == spec.channels && map.height == spec.height && map.width == spec.width;
}

bool isAlive(const FeatureMap& map) {
    return std::ranges::all_of(map.values, [](float v) { return std::isfinite(v); }) &&
           std::ranges::any_of(map.values, [](float v) { return v > 0.0F; });
}

} // namespace

/// The packs that come with Likeness, and packs that a person made of a network of their own.
class TestPackNetworks : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path ownPack() const {
        return std::filesystem::path(folder_.path().toStdString()) / "own";
    }

    /// A person's pack: the small network's file with a manifest of their own.
    Json ownManifest() const {
        const auto network = ownPack() / "my-network.onnx";
        return {{"format", 1},
                {"name", "own"},
                {"title", "My network"},
                {"network", {{"file", "my-network.onnx"}, {"sha256", *sha256HexOfFile(network)}}},
                {"input",
                 {{"name", "image"},
                  {"width", 224},
                  {"height", 224},
                  {"colour", "RGB"},
                  {"mean", {127, 127, 127}},
                  {"scale", 0.0078125},
                  {"resize", "squash"}}},
                {"outputs",
                 {{"stride16", {{"name", "stride16"}, {"channels", 32}, {"height", 14}, {"width", 14}}},
                  {"stride32", {{"name", "stride32"}, {"channels", 128}, {"height", 1}, {"width", 1}}}}},
                {"descriptor", {{"map", "stride32"}, {"pooling", "gem"}, {"p", 3}}},
                {"codebooks", {{"default", "my.codebook"}}},
                {"licence", {{"spdx", "CC0-1.0"}, {"attribution", "Myself"}}}};
    }

    Result<OpenedBackbone> open(const Json& manifest) const {
        std::ofstream(ownPack() / "manifest.json") << manifest.dump();
        const auto pack = findModelPack("own");
        return pack ? openBackbone(*pack, Engine::Cpu) : pack.error();
    }

    /// Why a pack whose manifest differs in one entry does not open.
    template <typename Value>
    std::string refusal(const char* entry, Value value) const {
        Json manifest = ownManifest();
        manifest[Json::json_pointer(entry)] = value;
        const auto opened = open(manifest);
        return opened || opened.error().code != ErrorCode::NetworkFailed ? ""
                                                                         : opened.error().arguments.at(1);
    }

private Q_SLOTS:
    void initTestCase() {
        setThreadsPerPass(1);
        qputenv("LIKENESS_MODELS", folder_.path().toUtf8());
        std::filesystem::create_directories(ownPack());
        std::filesystem::copy_file(models / "small-cnn-224/network.onnx", ownPack() / "my-network.onnx");
    }
    void cleanupTestCase() { qunsetenv("LIKENESS_MODELS"); }

    void eachPackGivesWhatItsManifestSays_data() {
        QTest::addColumn<QString>("name");
        for (const auto& entry : std::filesystem::directory_iterator(models))
            if (std::filesystem::exists(entry.path() / "manifest.json"))
                QTest::newRow(entry.path().filename().c_str())
                    << QString::fromStdString(entry.path().filename().string());
    }

    void eachPackGivesWhatItsManifestSays() {
        QFETCH(QString, name);
        const auto pack = loadModelPack(models / name.toStdString());
        QVERIFY2(pack, pack ? "" : pack.error().text.c_str());
        QCOMPARE(pack->name, name.toStdString());
        const auto opened = openBackbone(*pack, Engine::Cpu);
        QVERIFY2(opened, opened ? "" : opened.error().text.c_str());
        const auto maps = opened->backbone->run(gradient());
        QVERIFY2(maps, maps ? "" : maps.error().text.c_str());
        QVERIFY(hasShape(maps->stride16, pack->stride16) && isAlive(maps->stride16));
        QVERIFY(hasShape(maps->stride32, pack->stride32) && isAlive(maps->stride32));
    }

    void eachPackHasItsCodebooksLicenceAndOrigin_data() { eachPackGivesWhatItsManifestSays_data(); }

    void eachPackHasItsCodebooksLicenceAndOrigin() {
        QFETCH(QString, name);
        const auto folder = models / name.toStdString();
        const auto pack = loadModelPack(folder);
        QVERIFY2(pack, pack ? "" : pack.error().text.c_str());
        for (const auto& [role, file] : pack->codebooks) {
            const auto codebook = loadCodebook(file, *pack);
            QVERIFY2(codebook, codebook ? "" : codebook.error().text.c_str());
        }
        QVERIFY(std::filesystem::exists(folder / "LICENSE") && std::filesystem::exists(folder / "README.md"));
    }

    void theThreePacksAreThere() {
        for (const char* name : {"efficientnet-lite2-384", "efficientnet-lite0-224", "small-cnn-224"})
            QVERIFY2(findModelPack(name), name);
    }

    void aPersonsOwnNetworkRuns() {
        const auto opened = open(ownManifest());
        QVERIFY2(opened, opened ? "" : opened.error().text.c_str());
        const auto maps = opened->backbone->run(gradient());
        QVERIFY(maps && maps->stride32.channels == 128);
    }

    void aManifestThatDoesNotFitTheNetworkIsRefusedWithTheReason() {
        QCOMPARE(refusal("/outputs/stride32/channels", 1280),
                 std::string("output stride32 is 1 x 128 x 1 x 1, the manifest says 1 x 1280 x 1 x 1"));
        QCOMPARE(refusal("/outputs/stride16/width", 15),
                 std::string("output stride16 is 1 x 32 x 14 x 14, the manifest says 1 x 32 x 14 x 15"));
        QCOMPARE(refusal("/outputs/stride32/name", "stride16"),
                 std::string("output stride16 is 1 x 32 x 14 x 14, the manifest says 1 x 128 x 1 x 1"));
        QCOMPARE(
            refusal("/outputs/stride32/name", "features"),
            std::string(
                "it has no output \"features\", which entry /outputs/stride32/name of the manifest names"));
        QVERIFY(refusal("/input/name", "picture").find("picture") != std::string::npos);
    }

    void aPhotoSizeThatTheNetworkWasNotMadeForIsRefused() {
        Json manifest = ownManifest();
        manifest["input"]["width"] = manifest["input"]["height"] = 256;
        const auto opened = open(manifest);
        QCOMPARE(opened.error().code, ErrorCode::NetworkFailed);
        QVERIFY(!opened.error().arguments.at(1).empty());
    }

    void aChangedNetworkIsRefusedBeforeItRuns() {
        Json manifest = ownManifest();
        manifest["network"]["sha256"] = std::string(64, '0');
        QCOMPARE(open(manifest).error().code, ErrorCode::PackDamaged);
    }

    void aNetworkThatOpenCvCantReadIsRefusedWithTheReason() {
        const auto bytes = readFile(models / "small-cnn-224/network.onnx");
        QVERIFY(bytes);
        const std::span<const std::byte> half(bytes->data(), bytes->size() / 2);
        QVERIFY(writeFileAtomically(ownPack() / "half.onnx", half));
        Json manifest = ownManifest();
        manifest["network"] = {{"file", "half.onnx"}, {"sha256", sha256Hex(half)}};
        const auto opened = open(manifest);
        QCOMPARE(opened.error().code, ErrorCode::NetworkFailed);
        QCOMPARE(opened.error().arguments.front(), (ownPack() / "half.onnx").string());
        QVERIFY(!opened.error().arguments.at(1).empty());
    }
};

QTEST_APPLESS_MAIN(TestPackNetworks)
#include "test_pack_networks.moc"
