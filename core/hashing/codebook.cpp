// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/codebook.h"

#include "core/base/file_io.h"
#include "core/base/little_endian.h"
#include "core/base/path_text.h"
#include "core/hashing/linear_encoder.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace likeness {
namespace {

using nlohmann::json;

constexpr std::string_view magic = "LIKENCB1";
constexpr std::size_t checksumDigits = 64;
constexpr std::size_t prefixLength = magic.size() + sizeof(std::uint32_t);

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void append(Bytes& bytes, std::string_view text) {
    const auto raw = std::as_bytes(std::span(text));
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

void append(Bytes& bytes, const std::vector<float>& values) {
    for (float value : values)
        appendLittleEndian(bytes, value);
}

json describe(const Codebook& codebook, const AffineMap& encoder) {
    const auto shape = [](const AffineMap& map) {
        return json{{"rows", map.rows}, {"columns", map.columns}};
    };
    return {{"method", codebook.encoder->method()},
            {"bits", codebook.encoder->bits()},
            {"network_sha256", codebook.networkSha256},
            {"fitted_on", codebook.fittedOn},
            {"calibration", {{"slope", codebook.calibration.slope}, {"offset", codebook.calibration.offset}}},
            {"encoder", shape(encoder)},
            {"whitening", shape(codebook.whitening)}};
}

/// Takes the mean and weights of a map of the described shape off the front of `tensors`.
std::optional<AffineMap> takeMap(const json& shape, std::span<const std::byte>& tensors) {
    constexpr int largest = 1 << 16;
    AffineMap map;
    map.rows = shape.at("rows").get<int>();
    map.columns = shape.at("columns").get<int>();
    if (map.rows < 1 || map.columns < 1 || map.rows > largest || map.columns > largest)
        return std::nullopt;
    const auto columns = static_cast<std::size_t>(map.columns);
    const std::size_t values = columns * (static_cast<std::size_t>(map.rows) + 1);
    if (tensors.size() < values * sizeof(float))
        return std::nullopt;
    const auto take = [&tensors](std::vector<float>& to, std::size_t count) {
        to.resize(count);
        for (float& value : to) {
            value = readLittleEndian<float>(tensors);
            tensors = tensors.subspan(sizeof(float));
        }
    };
    take(map.mean, columns);
    take(map.weights, columns * static_cast<std::size_t>(map.rows));
    return map;
}

/// The parts of the file between its magic and its checksum. Throws json::exception where an entry is
/// missing.
std::optional<Codebook> parse(std::span<const std::byte> body) {
    const std::size_t jsonLength = readLittleEndian<std::uint32_t>(body.subspan(magic.size()));
    if (body.size() - prefixLength < jsonLength)
        return std::nullopt;
    const json description = json::parse(textOf(body.subspan(prefixLength, jsonLength)));
    auto tensors = body.subspan(prefixLength + jsonLength);
    auto encoder = takeMap(description.at("encoder"), tensors);
    auto whitening = takeMap(description.at("whitening"), tensors);
    const auto method = description.at("method").get<std::string>();
    if (!encoder || !whitening || !tensors.empty() || method != itqMethod)
        return std::nullopt;

    Codebook codebook;
    codebook.encoder = std::make_shared<LinearEncoder>(method, std::move(*encoder));
    codebook.whitening = std::move(*whitening);
    codebook.calibration.slope = description.at("calibration").at("slope").get<double>();
    codebook.calibration.offset = description.at("calibration").at("offset").get<double>();
    codebook.networkSha256 = description.at("network_sha256").get<std::string>();
    codebook.fittedOn = description.at("fitted_on").get<std::string>();
    return codebook;
}

bool fits(const Codebook& codebook, const ModelPack& pack) {
    return codebook.networkSha256 == pack.networkSha256 &&
           codebook.encoder->descriptorLength() == pack.descriptorLength() &&
           codebook.whitening.columns == pack.descriptorLength();
}

} // namespace

double Calibration::similarity(double score) const {
    return 1.0 / (1.0 + std::exp(-(slope * score + offset)));
}

Descriptor Codebook::rerankVector(std::span<const float> descriptor) const {
    Descriptor vector = whitening.apply(descriptor);
    normalise(vector);
    return vector;
}

Result<Codebook> loadCodebook(const std::filesystem::path& file, const ModelPack& pack) {
    const Result<Bytes> bytes = readFile(file);
    if (!bytes)
        return makeError(ErrorCode::CodebookUnreadable, {pathText(file), bytes.error().text});
    const std::span<const std::byte> all(*bytes);
    if (all.size() < magic.size() || textOf(all.first(magic.size())) != magic)
        return makeError(ErrorCode::CodebookUnreadable, {pathText(file), "it is no codebook"});
    if (all.size() < prefixLength + checksumDigits)
        return makeError(ErrorCode::CodebookDamaged, {pathText(file)});
    const auto body = all.first(all.size() - checksumDigits);
    const std::string checksum = sha256Hex(body);
    if (textOf(all.last(checksumDigits)) != checksum)
        return makeError(ErrorCode::CodebookDamaged, {pathText(file)});
    try {
        std::optional<Codebook> codebook = parse(body);
        if (!codebook)
            return makeError(ErrorCode::CodebookUnreadable,
                             {pathText(file), "its method or its shapes are not known here"});
        if (!fits(*codebook, pack))
            return makeError(ErrorCode::CodebookForeign, {pathText(file), pack.name});
        codebook->checksum = checksum;
        return *codebook;
    } catch (const json::exception& problem) {
        return makeError(ErrorCode::CodebookUnreadable, {pathText(file), problem.what()});
    }
}

Result<Codebook> saveCodebook(const Codebook& codebook, const std::filesystem::path& file) {
    const auto* encoder = dynamic_cast<const LinearEncoder*>(codebook.encoder.get());
    if (encoder == nullptr)
        return makeError(ErrorCode::InvalidArgument, {"this hash method has no codebook file"});
    Bytes bytes;
    append(bytes, magic);
    const std::string description = describe(codebook, encoder->map()).dump();
    appendLittleEndian(bytes, static_cast<std::uint32_t>(description.size()));
    append(bytes, description);
    for (const AffineMap* map : {&encoder->map(), &codebook.whitening}) {
        append(bytes, map->mean);
        append(bytes, map->weights);
    }
    Codebook saved = codebook;
    saved.checksum = sha256Hex(bytes);
    append(bytes, saved.checksum);
    if (auto written = writeFileAtomically(file, bytes); !written)
        return written.error();
    return saved;
}

} // namespace likeness
