// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/recipe.h"

#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/features/region_features.h"
#include "core/hashing/spot_selection.h"

#include <sstream>
#include <utility>

namespace likeness {
namespace {

Fingerprint fingerprintOf(const ModelPack& pack, const Codebook& codebook) {
    std::ostringstream ingredients;
    ingredients.imbue(std::locale::classic());
    ingredients << pack.networkSha256 << '|' << pack.input.width << 'x' << pack.input.height << '|'
                << pack.input.mean[0] << ',' << pack.input.mean[1] << ',' << pack.input.mean[2] << '|'
                << pack.input.scale << "|squash|" << pack.stride32.name << "|gem" << pack.gemPower << '|'
                << precisionName(pack.precision) << '|';
    if (codebook.granularity == Granularity::Part)
        ingredients << pack.stride16.name << "|mean|";
    ingredients << codebook.encodingChecksum;
    if (!codebook.whiteningOf.empty())
        ingredients << '|' << codebook.whiteningOf;
    const std::string text = ingredients.str();
    return sha256Hex(std::as_bytes(std::span(text))).substr(0, 32);
}

WindowCodes encoded(const std::vector<Descriptor>& windows, const Codebook& codebook) {
    WindowCodes codes;
    for (const HashCode& code : codebook.encoder->encodeAll(windows))
        codes.add(static_cast<std::uint16_t>(codes.size()), code);
    return codes;
}

} // namespace

Recipe::Recipe(ModelPack pack, Codebook global, std::vector<Codebook> windowCodebooks)
    : pack_(std::move(pack)) {
    codebooks_.emplace(Granularity::Global, std::move(global));
    for (Codebook& codebook : windowCodebooks)
        codebooks_.emplace(codebook.granularity, std::move(codebook));
    for (const Granularity granularity : allGranularities)
        if (const Codebook* found = codebook(granularity))
            fingerprints_.emplace(granularity, fingerprintOf(pack_, *found));
}

const Codebook* Recipe::codebook(Granularity granularity) const {
    const auto found = codebooks_.find(granularity);
    return found == codebooks_.end() ? nullptr : &found->second;
}

const Fingerprint& Recipe::fingerprint(Granularity granularity) const {
    static const Fingerprint none;
    const auto found = fingerprints_.find(granularity);
    return found == fingerprints_.end() ? none : found->second;
}

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
    return {codebook().encoder->encode(vector), quantise(codebook().rerankVector(vector)), descriptor};
}

QueryCodes Recipe::encodeQuery(const QuantisedDescriptor& descriptor) const {
    const Descriptor vector = dequantise(descriptor);
    return {codebook().encoder->encode(vector), codebook().encoder->project(vector),
            codebook().rerankVector(vector)};
}

PhotoWindows Recipe::encodeWindows(const FeatureMaps& maps) const {
    PhotoWindows windows;
    windows.saliency = saliencyOf(maps.stride32);
    if (codebook(Granularity::Region) == nullptr && codebook(Granularity::Part) == nullptr)
        return windows;
    const PartPooling pooling(maps, pack_);
    windows.regions = encodeRegions(pooling);
    windows.parts = encodeParts(pooling, windows.saliency);
    return windows;
}

WindowCodes Recipe::encodeRegions(const PartPooling& pooling) const {
    const Codebook* const regions = codebook(Granularity::Region);
    return regions == nullptr ? WindowCodes{} : encoded(regionDescriptors(pooling.stride32()), *regions);
}

WindowCodes Recipe::encodeParts(const PartPooling& pooling, const SaliencyMap& saliency) const {
    const Codebook* const parts = codebook(Granularity::Part);
    if (parts == nullptr)
        return {};
    return selectSpots(encoded(pooling.poolGrid(), *parts), meanSaliency(saliency, partGrid(pack_)));
}

Result<Codebook> loadPackCodebook(const ModelPack& pack, const std::string& role) {
    const auto file = pack.codebooks.find(role);
    if (file == pack.codebooks.end())
        return makeError(ErrorCode::PackInvalid, {pathText(pack.networkFile.parent_path() / "manifest.json"),
                                                  "codebooks." + role + " is missing"});
    return loadCodebook(file->second, pack);
}

Result<std::shared_ptr<const Recipe>> loadRecipe(const ModelPack& pack) {
    Result<Codebook> global = loadPackCodebook(pack, "default");
    if (!global)
        return global.error();
    std::vector<Codebook> windows;
    for (const Granularity granularity : {Granularity::Region, Granularity::Part}) {
        const std::string role(granularityName(granularity));
        if (!pack.codebooks.contains(role))
            continue;
        Result<Codebook> codebook = loadPackCodebook(pack, role);
        if (!codebook)
            return codebook.error();
        if (codebook->granularity != granularity)
            return makeError(ErrorCode::CodebookForeign, {pathText(pack.codebooks.at(role)), pack.name});
        windows.push_back(*std::move(codebook));
    }
    return std::make_shared<const Recipe>(pack, *std::move(global), std::move(windows));
}

std::shared_ptr<const Recipe> recipeIn(Precision precision, const Recipe& recipe) {
    ModelPack pack = recipe.pack();
    pack.precision = precision;
    std::vector<Codebook> windows;
    for (const Granularity granularity : {Granularity::Region, Granularity::Part})
        if (const Codebook* codebook = recipe.codebook(granularity))
            windows.push_back(*codebook);
    return std::make_shared<const Recipe>(std::move(pack), recipe.codebook(), std::move(windows));
}

Result<std::shared_ptr<const Recipe>> loadDefaultRecipe() {
    const Result<ModelPack> pack = findModelPack(defaultPackName);
    if (!pack)
        return pack.error();
    return loadRecipe(*pack);
}

} // namespace likeness
