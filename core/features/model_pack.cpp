// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/model_pack.h"

#include "core/base/file_io.h"
#include "core/base/log.h"
#include "core/base/path_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace likeness {
namespace {

using Json = nlohmann::json;

constexpr const char* manifestName = "manifest.json";
constexpr int knownFormat = 1;
constexpr int maxSide = 16'384;

/// Reads the entries of a manifest by JSON pointer and remembers the first that is missing or wrong, so that
/// the pack can be filled in one go.
class ManifestReader {
public:
    explicit ManifestReader(const Json& manifest) : manifest_(manifest) {}

    const std::optional<std::string>& problem() const { return problem_; }

    std::string text(const char* entry) {
        const Json* value = find(entry);
        if (value != nullptr && value->is_string() && !value->get_ref<const std::string&>().empty())
            return value->get<std::string>();
        complain(entry, value, "must be a text that is not empty");
        return {};
    }

    /// A file of the pack's own folder.
    std::filesystem::path fileName(const char* entry) {
        std::filesystem::path name = text(entry);
        if (!problem_ && (name.filename() != name || name == "." || name == ".."))
            complain(entry, &manifest_, "must be a file name without folders");
        return name;
    }

    float number(const char* entry) {
        const Json* value = find(entry);
        if (value != nullptr && value->is_number())
            return value->get<float>();
        complain(entry, value, "must be a number");
        return 0.0F;
    }

    float numberAboveZero(const char* entry) {
        const Json* value = find(entry);
        if (value != nullptr && value->is_number() && value->get<float>() > 0.0F)
            return value->get<float>();
        complain(entry, value, "must be a number above 0");
        return 1.0F;
    }

    int size(const char* entry) {
        const Json* value = find(entry);
        if (value != nullptr && value->is_number_integer() && *value > 0 && *value <= maxSide)
            return value->get<int>();
        complain(entry, value, "must be a whole number from 1 to " + std::to_string(maxSide));
        return 0;
    }

    /// An entry that says what is done here in one way only.
    template <typename T>
    void expect(const char* entry, const T& only) {
        const Json* value = find(entry);
        if (value == nullptr || *value != Json(only))
            complain(entry, value, "must be " + Json(only).dump());
    }

    std::map<std::string, std::filesystem::path> files(const char* entry) {
        std::map<std::string, std::filesystem::path> found;
        const Json* value = find(entry);
        if (value == nullptr || !value->is_object()) {
            complain(entry, value, "must be an object");
            return found;
        }
        for (const auto& [role, file] : value->items())
            found.emplace(role, fileName((entry + (Json::json_pointer() / role).to_string()).c_str()));
        return found;
    }

private:
    const Json* find(const char* entry) const {
        const Json::json_pointer pointer(entry);
        return manifest_.contains(pointer) ? &manifest_.at(pointer) : nullptr;
    }

    void complain(const std::string& entry, const Json* value, const std::string& rule) {
        if (!problem_)
            problem_ = "entry " + entry + (value == nullptr ? " is missing: it " : " ") + rule;
    }

    const Json& manifest_;
    std::optional<std::string> problem_;
};

InputSpec readInput(ManifestReader& reader) {
    reader.expect("/input/colour", "RGB");
    reader.expect("/input/resize", "squash");
    return {reader.text("/input/name"),
            reader.size("/input/width"),
            reader.size("/input/height"),
            {reader.number("/input/mean/0"), reader.number("/input/mean/1"), reader.number("/input/mean/2")},
            reader.number("/input/scale")};
}

MapSpec readMap(ManifestReader& reader, const std::string& map) {
    const auto entry = [&map](const char* name) { return "/outputs/" + map + '/' + name; };
    return {reader.text(entry("name").c_str()), reader.size(entry("channels").c_str()),
            reader.size(entry("height").c_str()), reader.size(entry("width").c_str())};
}

ModelPack readPack(ManifestReader& reader, const std::filesystem::path& folder) {
    ModelPack pack;
    reader.expect("/format", knownFormat);
    pack.name = reader.text("/name");
    pack.title = reader.text("/title");
    pack.networkFile = folder / reader.fileName("/network/file");
    pack.networkSha256 = reader.text("/network/sha256");
    pack.input = readInput(reader);
    pack.stride16 = readMap(reader, "stride16");
    pack.stride32 = readMap(reader, "stride32");
    reader.expect("/descriptor/map", "stride32");
    reader.expect("/descriptor/pooling", "gem");
    pack.gemPower = reader.numberAboveZero("/descriptor/p");
    reader.text("/codebooks/default");
    for (const auto& [role, file] : reader.files("/codebooks"))
        pack.codebooks.emplace(role, folder / file);
    pack.licence = reader.text("/licence/spdx");
    pack.attribution = reader.text("/licence/attribution");
    return pack;
}

Result<Json> readJson(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const auto* const text = reinterpret_cast<const char*>(bytes->data());
    Json json = Json::parse(text, text + bytes->size(), nullptr, false);
    if (json.is_discarded())
        return makeError(ErrorCode::PackInvalid, {pathText(file), "it is no JSON"});
    return json;
}

Result<void> verifyNetwork(const ModelPack& pack, const std::filesystem::path& manifest) {
    const auto sum = sha256HexOfFile(pack.networkFile);
    if (!sum)
        return makeError(ErrorCode::PackInvalid,
                         {pathText(manifest), "entry /network/file: " + sum.error().text});
    if (*sum != pack.networkSha256)
        return makeError(ErrorCode::PackDamaged, {pathText(pack.networkFile)});
    return {};
}

std::string joined(const std::vector<std::filesystem::path>& folders) {
    std::string text;
    for (const auto& folder : folders)
        text += (text.empty() ? "" : ", ") + pathText(folder);
    return text;
}

constexpr std::array<std::string_view, 2> precisionNames{"f32", "bf16"};

} // namespace

std::string_view precisionName(Precision precision) {
    return precisionNames.at(static_cast<std::size_t>(precision));
}

Precision precisionFromName(std::string_view name) {
    return name == precisionName(Precision::Bf16) ? Precision::Bf16 : Precision::F32;
}

std::string ModelPack::descriptorSource() const {
    if (precision == Precision::F32)
        return networkSha256;
    return networkSha256 + '+' + std::string(precisionName(precision));
}

Result<ModelPack> loadModelPack(const std::filesystem::path& folder) {
    const auto manifest = folder / manifestName;
    const auto json = readJson(manifest);
    if (!json && json.error().code == ErrorCode::FileNotFound)
        return makeError(ErrorCode::PackNotFound, {pathText(folder.filename()), pathText(folder)});
    if (!json)
        return json.error();
    ManifestReader reader(*json);
    ModelPack pack = readPack(reader, folder);
    if (reader.problem())
        return makeError(ErrorCode::PackInvalid, {pathText(manifest), *reader.problem()});
    const auto verified = verifyNetwork(pack, manifest);
    if (!verified)
        return verified.error();
    return pack;
}

std::vector<std::filesystem::path> modelPackFolders() {
    std::vector<std::filesystem::path> folders;
    if (const char* wanted = std::getenv("LIKENESS_MODELS"); wanted != nullptr && *wanted != '\0')
        folders.emplace_back(wanted);
    std::error_code noProcFileSystem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", noProcFileSystem);
    if (!noProcFileSystem)
        folders.push_back(program.parent_path().parent_path() / "share/likeness/models");
    folders.emplace_back(LIKENESS_SOURCE_MODELS);
    return folders;
}

Result<ModelPack> findModelPack(std::string_view name) {
    const auto folders = modelPackFolders();
    for (const auto& folder : folders) {
        auto pack = loadModelPack(folder / name);
        if (pack || pack.error().code != ErrorCode::PackNotFound)
            return pack;
    }
    return makeError(ErrorCode::PackNotFound, {std::string(name), joined(folders)});
}

std::vector<ModelPack> installedModelPacks() {
    std::map<std::string, ModelPack> packs;
    for (const auto& folder : modelPackFolders()) {
        std::error_code noFolder;
        for (const auto& entry : std::filesystem::directory_iterator(folder, noFolder)) {
            const std::string name = entry.path().filename().string();
            if (packs.contains(name) || !std::filesystem::exists(entry.path() / manifestName, noFolder))
                continue;
            auto pack = loadModelPack(entry.path());
            if (pack)
                packs.emplace(name, *std::move(pack));
            else
                log(LogLevel::Warning, pack.error().text);
        }
    }
    std::vector<ModelPack> installed;
    for (auto& [name, pack] : packs)
        installed.push_back(std::move(pack));
    return installed;
}

} // namespace likeness
