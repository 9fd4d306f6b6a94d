// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/codebook.h"

#include "core/base/little_endian.h"
#include "core/base/path_text.h"
#include "core/hashing/encoder_factory.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace likeness {
namespace {

using nlohmann::json;

constexpr std::string_view magic = "LIKENCB2";
constexpr std::string_view whiteningPrefix = "whitening.";
constexpr std::size_t checksumDigits = 64;
constexpr std::size_t prefixLength = magic.size() + sizeof(std::uint32_t);

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void append(Bytes& bytes, std::string_view text) {
    const auto raw = std::as_bytes(std::span(text));
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

std::vector<Tensor> allTensors(const Codebook& codebook) {
    std::vector<Tensor> tensors = codebook.encoder->tensors();
    if (codebook.whitening)
        std::ranges::move(tensorsOf(*codebook.whitening, whiteningPrefix), std::back_inserter(tensors));
    return tensors;
}

json describe(const Calibration& map) {
    return {{"slope", map.slope}, {"offset", map.offset}};
}

json describe(const Calibrations& maps, Granularity granularity) {
    json all{{"full", describe(maps.full)}, {"codes", describe(maps.codes)}};
    if (granularity != Granularity::Part)
        all["expansion"] = describe(maps.expansion);
    if (granularity == Granularity::Global) {
        all["cosine"] = describe(maps.cosine);
        all["asymmetric"] = describe(maps.asymmetric);
    }
    return all;
}

json describe(const Codebook& codebook, const std::vector<Tensor>& tensors) {
    json list = json::array();
    for (const Tensor& tensor : tensors)
        list.push_back({{"name", tensor.name}, {"rows", tensor.rows}, {"columns", tensor.columns}});
    return {{"granularity", granularityName(codebook.granularity)},
            {"method", codebook.encoder->method()},
            {"bits", codebook.encoder->bits()},
            {"network_sha256", codebook.networkSha256},
            {"fitted_on", codebook.fittedOn},
            {"calibration", describe(codebook.calibrations, codebook.granularity)},
            {"tensors", list}};
}

/// Files that were written before each way to re-rank had its own have "full" and "codes" alone.
Calibrations calibrationsFrom(const json& description) {
    const auto read = [&](const char* name) {
        const json& map = description.contains(name) ? description.at(name) : description.at("full");
        return Calibration{map.at("slope").get<double>(), map.at("offset").get<double>()};
    };
    return {read("full"), read("codes"), read("expansion"), read("cosine"), read("asymmetric")};
}

Error unreadable(const std::string& reason) {
    return makeError(ErrorCode::CodebookUnreadable, {{}, reason});
}

/// Takes the values of the described tensors off the front of `data`, which holds nothing else.
Result<std::vector<Tensor>> takeTensors(const json& descriptions, std::span<const std::byte> data) {
    constexpr int largest = 1 << 16;
    std::vector<Tensor> tensors;
    for (const json& entry : descriptions) {
        Tensor tensor{entry.at("name").get<std::string>(),
                      entry.at("rows").get<int>(),
                      entry.at("columns").get<int>(),
                      {}};
        if (tensor.rows < 1 || tensor.columns < 1 || tensor.rows > largest || tensor.columns > largest)
            return unreadable("the tensor " + tensor.name + " has an impossible shape");
        const auto count = static_cast<std::size_t>(tensor.rows) * static_cast<std::size_t>(tensor.columns);
        if (data.size() / sizeof(float) < count)
            return unreadable("the tensor " + tensor.name + " is cut short");
        tensor.values.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            tensor.values[i] = readLittleEndian<float>(data.subspan(i * sizeof(float)));
        data = data.subspan(count * sizeof(float));
        tensors.push_back(std::move(tensor));
    }
    if (!data.empty())
        return unreadable("more follows its tensors");
    return tensors;
}

/// Takes the whitening out of a file's tensors: null where there is none.
Result<std::shared_ptr<const AffineMap>> takeWhitening(std::vector<Tensor>& tensors) {
    const auto first = std::stable_partition(tensors.begin(), tensors.end(), [](const Tensor& tensor) {
        return !tensor.name.starts_with(whiteningPrefix);
    });
    const std::span<const Tensor> rest(first, tensors.end());
    if (rest.empty())
        return std::shared_ptr<const AffineMap>();
    auto map = affineMapFrom(rest, whiteningPrefix);
    if (!map || rest.size() != 2)
        return unreadable("its whitening has wrong shapes");
    tensors.erase(first, tensors.end());
    return std::make_shared<const AffineMap>(*std::move(map));
}

Result<Codebook> build(const json& description, std::vector<Tensor> tensors) {
    auto whitening = takeWhitening(tensors);
    if (!whitening)
        return whitening.error();
    const auto granularity = granularityFromName(description.at("granularity").get<std::string>());
    if (!granularity)
        return unreadable("its granularity is not known here");
    auto encoder =
        makeEncoder(description.at("method").get<std::string>(), description.at("bits").get<int>(), tensors);
    if (!encoder)
        return encoder.error();
    return Codebook{*granularity,
                    *std::move(encoder),
                    *std::move(whitening),
                    calibrationsFrom(description.at("calibration")),
                    description.at("network_sha256").get<std::string>(),
                    description.at("fitted_on").get<std::string>()};
}

/// The parts of the file between its magic and its checksum.
Result<Codebook> parse(std::span<const std::byte> body) {
    const std::size_t jsonLength = readLittleEndian<std::uint32_t>(body.subspan(magic.size()));
    if (body.size() - prefixLength < jsonLength)
        return unreadable("its description is cut short");
    try {
        const json description = json::parse(textOf(body.subspan(prefixLength, jsonLength)));
        auto tensors = takeTensors(description.at("tensors"), body.subspan(prefixLength + jsonLength));
        return tensors ? build(description, *std::move(tensors)) : tensors.error();
    } catch (const json::exception& problem) {
        return unreadable(problem.what());
    }
}

bool fits(const Codebook& codebook, const ModelPack& pack) {
    const int length = descriptorLength(pack, codebook.granularity);
    return codebook.networkSha256 == pack.networkSha256 && codebook.encoder->descriptorLength() == length &&
           (!codebook.whitening || codebook.whitening->columns == length);
}

} // namespace

Descriptor Codebook::rerankVector(std::span<const float> descriptor) const {
    Descriptor vector =
        whitening ? whitening->apply(descriptor) : Descriptor(descriptor.begin(), descriptor.end());
    normalise(vector);
    return vector;
}

int descriptorLength(const ModelPack& pack, Granularity granularity) {
    return granularity == Granularity::Part ? pack.stride16.channels + pack.stride32.channels
                                            : pack.descriptorLength();
}

Bytes toBytes(const Codebook& codebook) {
    const std::vector<Tensor> tensors = allTensors(codebook);
    const std::string description =
        describe(codebook, tensors).dump(-1, ' ', false, json::error_handler_t::replace);
    Bytes bytes;
    append(bytes, magic);
    appendLittleEndian(bytes, static_cast<std::uint32_t>(description.size()));
    append(bytes, description);
    for (const Tensor& tensor : tensors)
        for (float value : tensor.values)
            appendLittleEndian(bytes, value);
    append(bytes, sha256Hex(bytes));
    return bytes;
}

Codebook withChecksums(Codebook codebook, std::span<const std::byte> file) {
    const std::size_t length = readLittleEndian<std::uint32_t>(file.subspan(magic.size()));
    json description = json::parse(textOf(file.subspan(prefixLength, length)));
    description.erase("calibration");
    description.erase("fitted_on");
    const auto tensors =
        file.subspan(prefixLength + length).first(file.size() - prefixLength - length - checksumDigits);
    const std::string encoding = description.dump() + sha256Hex(tensors);
    codebook.encodingChecksum = sha256Hex(std::as_bytes(std::span(encoding)));
    codebook.checksum = textOf(file.last(checksumDigits));
    return codebook;
}

Result<Codebook> codebookFromBytes(std::span<const std::byte> bytes, const ModelPack& pack,
                                   const std::string& name) {
    if (bytes.size() < magic.size() || textOf(bytes.first(magic.size())) != magic)
        return makeError(ErrorCode::CodebookUnreadable, {name, "it is no codebook"});
    if (bytes.size() < prefixLength + checksumDigits)
        return makeError(ErrorCode::CodebookDamaged, {name});
    const auto body = bytes.first(bytes.size() - checksumDigits);
    if (textOf(bytes.last(checksumDigits)) != sha256Hex(body))
        return makeError(ErrorCode::CodebookDamaged, {name});
    auto codebook = parse(body);
    if (!codebook)
        return makeError(ErrorCode::CodebookUnreadable, {name, codebook.error().arguments.back()});
    if (!fits(*codebook, pack))
        return makeError(ErrorCode::CodebookForeign, {name, pack.name});
    return withChecksums(*std::move(codebook), bytes);
}

Result<Codebook> loadCodebook(const std::filesystem::path& file, const ModelPack& pack) {
    const Result<Bytes> bytes = readFile(file);
    if (!bytes)
        return makeError(ErrorCode::CodebookUnreadable, {pathText(file), bytes.error().text});
    return codebookFromBytes(*bytes, pack, pathText(file));
}

Result<Codebook> saveCodebook(const Codebook& codebook, const std::filesystem::path& file) {
    const Bytes bytes = toBytes(codebook);
    if (auto written = writeFileAtomically(file, bytes); !written)
        return written.error();
    return withChecksums(codebook, bytes);
}

} // namespace likeness
