// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/feature_extractor.h"

#include <utility>

namespace likeness {
namespace {

class BaselineExtractor final : public FeatureExtractor {
public:
    explicit BaselineExtractor(Baseline baseline) : baseline_(baseline) {}
    std::string kind() const override { return std::string(baselineName(baseline_)) + "/1"; }
    int side() const override { return 256; }
    Result<Descriptor> extract(const Image& image) override { return baselineFeature(baseline_, image); }

private:
    Baseline baseline_;
};

class NetworkExtractor final : public FeatureExtractor {
public:
    NetworkExtractor(ModelPack pack, std::unique_ptr<Backbone> backbone)
        : pack_(std::move(pack)), backbone_(std::move(backbone)) {}
    std::string kind() const override { return "network/" + pack_.descriptorSource(); }
    int side() const override { return pack_.input.width; }
    Result<Descriptor> extract(const Image& image) override {
        const auto maps = backbone_->run(image);
        return maps ? Result<Descriptor>(gemPool(maps->stride32, pack_.gemPower)) : maps.error();
    }

private:
    ModelPack pack_;
    std::unique_ptr<Backbone> backbone_;
};

} // namespace

std::unique_ptr<FeatureExtractor> baselineExtractor(Baseline baseline) {
    return std::make_unique<BaselineExtractor>(baseline);
}

Result<std::unique_ptr<FeatureExtractor>> networkExtractor(const ModelPack& pack, Engine engine) {
    auto opened = openBackbone(pack, engine);
    if (!opened)
        return opened.error();
    return std::unique_ptr<FeatureExtractor>(
        std::make_unique<NetworkExtractor>(pack, std::move(opened->backbone)));
}

} // namespace likeness
