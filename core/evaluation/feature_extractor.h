// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/baseline_features.h"
#include "core/features/backbone.h"
#include "core/features/model_pack.h"
#include "core/features/pooling.h"
#include "core/image/image.h"

#include <memory>
#include <string>

namespace likeness {

/// Makes one vector of a photo's pixels. Used on one thread.
class FeatureExtractor {
public:
    FeatureExtractor() = default;
    FeatureExtractor(const FeatureExtractor&) = delete;
    FeatureExtractor& operator=(const FeatureExtractor&) = delete;
    FeatureExtractor(FeatureExtractor&&) = delete;
    FeatureExtractor& operator=(FeatureExtractor&&) = delete;
    virtual ~FeatureExtractor() = default;

    /// Names feature and version: "hsv/1", "network/<SHA-256>". Vectors of one name are comparable.
    virtual std::string kind() const = 0;
    /// Pixels of each side that it wants at least.
    virtual int side() const = 0;
    /// NetworkFailed.
    virtual Result<Descriptor> extract(const Image& image) = 0;
};

std::unique_ptr<FeatureExtractor> baselineExtractor(Baseline baseline);

/// The global descriptor of a pack's network. Errors of openBackbone.
Result<std::unique_ptr<FeatureExtractor>> networkExtractor(const ModelPack& pack, Engine engine);

} // namespace likeness
