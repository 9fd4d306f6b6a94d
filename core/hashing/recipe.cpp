// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/recipe.h"

#include "core/base/file_io.h"
#include "core/base/path_text.h"

#include <sstream>

namespace likeness {
namespace {

Fingerprint fingerprintOf(const ModelPack& pack, const Codebook& codebook) {
    std::ostringstream ingredients;
    ingredients.imbue(std::locale::classic());
    ingredients << pack.networkSha256 << '|' << pack.input.width << 'x' << pack.input.height << '|'
                << pack.input.mean[0] << ',' << pack.input.mean[1] << ',' << pack.input.mean[2] << '|'
                << pack.input.scale << "|squash|" << pack.stride32.name << "|gem" << pack.gemPower << "|f32|"
                << codebook.checksum;
    const std::string text = ingredients.str();
    return sha256Hex(std::as_bytes(std::span(text))).substr(0, 32);
}

} // namespace

Recipe::Recipe(ModelPack pack, Codebook codebook)
    : pack_(std::move(pack)), codebook_(std::move(codebook)), fingerprint_(fingerprintOf(pack_, codebook_)) {}

// Both ways go through the quantised descriptor, so that a photo encoded from its stored descriptor, or
// queried from outside, gets exactly the code that indexing gave it.

PhotoCodes Recipe::encodePhoto(const FeatureMaps& maps) const {
    return encodePhoto(quantise(gemPool(maps.stride32, pack_.gemPower)));
}

QueryCodes Recipe::encodeQuery(const FeatureMaps& maps) const {
    return encodeQuery(quantise(gemPool(maps.stride32, pack_.gemPower)));
}

PhotoCodes Recipe::encodePhoto(const QuantisedDescriptor& descriptor) const {
    const Descriptor vector = dequantise(descriptor);
    return {codebook_.encoder->encode(vector), quantise(codebook_.rerankVector(vector)), descriptor};
}

QueryCodes Recipe::encodeQuery(const QuantisedDescriptor& descriptor) const {
    const Descriptor vector = dequantise(descriptor);
    return {codebook_.encoder->encode(vector), codebook_.encoder->project(vector),
            codebook_.rerankVector(vector)};
}

Result<std::shared_ptr<const Recipe>> loadDefaultRecipe() {
    Result<ModelPack> pack = findModelPack(defaultPackName);
    if (!pack)
        return pack.error();
    const auto file = pack->codebooks.find("default");
    if (file == pack->codebooks.end())
        return makeError(ErrorCode::PackInvalid, {pathText(pack->networkFile.parent_path() / "manifest.json"),
                                                  "codebooks.default is missing"});
    Result<Codebook> codebook = loadCodebook(file->second, *pack);
    if (!codebook)
        return codebook.error();
    return std::make_shared<const Recipe>(std::move(*pack), std::move(*codebook));
}

} // namespace likeness
