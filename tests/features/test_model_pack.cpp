// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/features/model_pack.h"

#include <QtTest>

#include <fstream>
#include <nlohmann/json.hpp>

using namespace likeness;
using Json = nlohmann::json;

namespace {

Bytes bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

/// A pack whose network is the text "network": the loader checks its checksum, not what it computes.
Json manifest() {
    return Json::parse(R"({
        "format": 1, "name": "small", "title": "Small network",
        "network": {"file": "n.onnx"},
        "input": {"name": "image", "width": 8, "height": 6, "colour": "RGB", "mean": [1, 2, 3],
                  "scale": 0.5, "resize": "squash"},
        "outputs": {"stride16": {"name": "a", "channels": 2, "height": 4, "width": 3},
                    "stride32": {"name": "b", "channels": 5, "height": 2, "width": 1}},
        "descriptor": {"map": "stride32", "pooling": "gem", "p": 3},
        "codebooks": {"default": "d.codebook", "other~/role": "o.codebook"},
        "licence": {"spdx": "MIT", "attribution": "Somebody"}
    })");
}

/// Every leaf and object of the manifest that the loader needs, as JSON pointers.
std::vector<std::string> neededEntries() {
    std::vector<std::string> entries;
    const Json flat = manifest().flatten();
    for (const auto& [pointer, value] : flat.items())
        if (pointer.find("other") == std::string::npos)
            entries.push_back(pointer);
    entries.emplace_back("/network/sha256");
    return entries;
}

} // namespace

class TestModelPack : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path packFolder() const {
        return std::filesystem::path(folder_.path().toStdString()) / "small";
    }

    void write(Json pack) const {
        std::filesystem::create_directories(packFolder());
        QVERIFY(writeFileAtomically(packFolder() / "n.onnx", bytesOf("network")));
        if (!pack["network"].contains("sha256"))
            pack["network"]["sha256"] = sha256Hex(bytesOf("network"));
        QVERIFY(writeFileAtomically(packFolder() / "manifest.json", bytesOf(pack.dump())));
    }

    /// The complaint about a manifest in which one entry was changed.
    template <typename Value>
    std::string complaint(const char* entry, Value value) const {
        Json pack = manifest();
        pack[Json::json_pointer(entry)] = value;
        write(pack);
        const auto loaded = loadModelPack(packFolder());
        return loaded || loaded.error().code != ErrorCode::PackInvalid ? "" : loaded.error().arguments.at(1);
    }

private Q_SLOTS:
    void init() { write(manifest()); }
    void cleanup() { qunsetenv("LIKENESS_MODELS"); }

    void theManifestIsReadWhole() {
        const auto pack = loadModelPack(packFolder());
        QVERIFY(pack);
        QCOMPARE(pack->name, std::string("small"));
        QCOMPARE(pack->title, std::string("Small network"));
        QVERIFY(pack->networkFile == packFolder() / "n.onnx");
        QCOMPARE(pack->networkSha256, sha256Hex(bytesOf("network")));
        QCOMPARE(pack->input.name, std::string("image"));
        QCOMPARE(std::pair(pack->input.width, pack->input.height), std::pair(8, 6));
        QVERIFY((pack->input.mean == std::array{1.0F, 2.0F, 3.0F}));
        QCOMPARE(pack->input.scale, 0.5F);
        QCOMPARE(pack->stride16.channels, 2);
        QCOMPARE(pack->stride32.name, std::string("b"));
        QCOMPARE(pack->descriptorLength(), 5);
        QCOMPARE(pack->gemPower, 3.0F);
        QVERIFY(pack->codebooks.at("default") == packFolder() / "d.codebook");
        QVERIFY(pack->codebooks.at("other~/role") == packFolder() / "o.codebook");
        QCOMPARE(pack->licence, std::string("MIT"));
        QCOMPARE(pack->attribution, std::string("Somebody"));
    }

    void aNetworkWithAnotherChecksumIsRefused() {
        QVERIFY(writeFileAtomically(packFolder() / "n.onnx", bytesOf("netw0rk")));
        const auto loaded = loadModelPack(packFolder());
        QCOMPARE(loaded.error().code, ErrorCode::PackDamaged);
        QCOMPARE(loaded.error().arguments.front(), (packFolder() / "n.onnx").string());
    }

    void eachMissingEntryIsNamed() {
        write(manifest());
        const auto complete = Json::parse(std::ifstream(packFolder() / "manifest.json"));
        for (const std::string& entry : neededEntries()) {
            Json pack = complete.flatten();
            pack.erase(entry);
            QVERIFY(writeFileAtomically(packFolder() / "manifest.json", bytesOf(pack.unflatten().dump())));
            const auto loaded = loadModelPack(packFolder());
            QVERIFY2(!loaded && loaded.error().code == ErrorCode::PackInvalid, entry.c_str());
            // Without its first element an array of three ends one earlier.
            const auto named = entry.substr(0, entry.rfind('/'));
            QVERIFY2(loaded.error().arguments.at(1).find(named) != std::string::npos, entry.c_str());
        }
    }

    void whatIsInstalledIsListedByNameWithoutWhatCantBeUsed() {
        qputenv("LIKENESS_MODELS", folder_.path().toUtf8());
        const auto names = [] {
            std::vector<std::string> all;
            for (const ModelPack& pack : installedModelPacks())
                all.push_back(pack.name);
            return all;
        };
        const auto all = names();
        QVERIFY(std::ranges::is_sorted(all));
        for (const char* name :
             {"efficientnet-lite0-224", "efficientnet-lite2-384", "small", "small-cnn-224"})
            QCOMPARE(std::ranges::count(all, name), 1);
        QVERIFY(writeFileAtomically(packFolder() / "n.onnx", bytesOf("netw0rk")));
        QCOMPARE(std::ranges::count(names(), "small"), 0);
    }

    void entriesThatMakeNoSenseAreNamed() {
        QVERIFY(complaint("/input/width", -3).starts_with("entry /input/width"));
        QVERIFY(complaint("/input/width", 3.5).starts_with("entry /input/width"));
        QVERIFY(complaint("/input/height", 100'000).starts_with("entry /input/height"));
        QVERIFY(complaint("/input/mean/1", "grey").starts_with("entry /input/mean/1"));
        QVERIFY(complaint("/input/mean", Json::object()).starts_with("entry /input/mean/0"));
        QVERIFY(complaint("/title", "").starts_with("entry /title"));
        QVERIFY(complaint("/format", 2).starts_with("entry /format"));
        QVERIFY(complaint("/input/resize", "crop").starts_with("entry /input/resize"));
        QVERIFY(complaint("/network/file", "../n.onnx").starts_with("entry /network/file"));
        QVERIFY(complaint("/codebooks/default", "/etc/passwd").starts_with("entry /codebooks/default"));
        QVERIFY(complaint("/codebooks", 1).starts_with("entry /codebooks"));
        for (const double p : {0.0, -1.0})
            QCOMPARE(complaint("/descriptor/p", p),
                     std::string("entry /descriptor/p must be a number above 0"));
        QVERIFY(complaint("/outputs", nullptr).starts_with("entry /outputs/stride16/name"));
    }

    void textThatIsNoJsonIsRefused() {
        for (const char* text : {"", "{", "[]", "3", "\xff\xfe"}) {
            QVERIFY(writeFileAtomically(packFolder() / "manifest.json", bytesOf(text)));
            QCOMPARE(loadModelPack(packFolder()).error().code, ErrorCode::PackInvalid);
        }
    }

    void aMissingNetworkIsNamed() {
        std::filesystem::remove(packFolder() / "n.onnx");
        const auto loaded = loadModelPack(packFolder());
        QCOMPARE(loaded.error().code, ErrorCode::PackInvalid);
        QVERIFY(loaded.error().arguments.at(1).find("n.onnx") != std::string::npos);
    }

    void theFolderOfTheEnvironmentIsSearchedFirst() {
        qputenv("LIKENESS_MODELS", folder_.path().toUtf8());
        QVERIFY(modelPackFolders().front() == folder_.path().toStdString());
        const auto pack = findModelPack("small");
        QVERIFY(pack);
        QCOMPARE(pack->title, std::string("Small network"));
    }

    void aPackThatIsNowhereNamesTheFoldersSearched() {
        qputenv("LIKENESS_MODELS", folder_.path().toUtf8());
        const auto pack = findModelPack("no-such-pack");
        QCOMPARE(pack.error().code, ErrorCode::PackNotFound);
        for (const auto& folder : modelPackFolders())
            QVERIFY(pack.error().arguments.at(1).find(folder.string()) != std::string::npos);
    }

    void aDamagedPackIsNotPassedOverForAnother() {
        qputenv("LIKENESS_MODELS", folder_.path().toUtf8());
        QVERIFY(writeFileAtomically(packFolder() / "n.onnx", bytesOf("other")));
        QCOMPARE(findModelPack("small").error().code, ErrorCode::PackDamaged);
    }

    void theDefaultPackIsFoundInTheSourceTree() {
        const auto pack = findModelPack(defaultPackName);
        QVERIFY2(pack, pack ? "" : pack.error().text.c_str());
        QCOMPARE(pack->name, std::string(defaultPackName));
        QCOMPARE(pack->descriptorLength(), 1280);
    }
};

QTEST_APPLESS_MAIN(TestModelPack)
#include "test_model_pack.moc"
