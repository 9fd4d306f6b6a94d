// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/experiment_set.h"
#include "core/features/quantised_descriptor.h"
#include "core/hashing/recipe.h"
#include "core/image/image.h"
#include "core/search/search_engine.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace likeness {

/// A query as a contender gets it.
struct ContenderQuery {
    const ExperimentQuery& query;
    PhotoId photo;
    /// By the contender's extractor; empty for contenders that go through the engine.
    const QuantisedDescriptor& feature;
    const Image* pixels = nullptr; // in the photo's place, where it was corrupted
};

/// What a contender says of each row of the set. The query's own row is in it, and is to be passed over.
struct ContenderScores {
    std::vector<double> scores;                   // larger is more alike; equal ones are ties
    std::vector<double> similarities;             // 0 to 1
    std::vector<std::uint16_t> distances{};       // Hamming; empty where scores are not made of codes alone
    std::vector<std::vector<Rectangle>> places{}; // matched, where windows are compared
    SearchTiming timing;
};

/// One way to compare photos. Used on one thread.
class Contender {
public:
    Contender() = default;
    Contender(const Contender&) = delete;
    Contender& operator=(const Contender&) = delete;
    Contender(Contender&&) = delete;
    Contender& operator=(Contender&&) = delete;
    virtual ~Contender() = default;

    virtual Result<ContenderScores> score(const ContenderQuery& query) = 0;
    virtual double bytesPerPhoto() const = 0;
    /// Bits of the codes that alone make the scores; 0 where other things count too.
    virtual int radiusBits() const { return 0; }
    enum class Calibrated { No, Yes };
    virtual Calibrated calibrated() const { return Calibrated::No; }
};

/// Codes of a recipe, by Hamming distance, and for Ranking::Full the short list by stored descriptors. One
/// feature for each row.
std::unique_ptr<Contender> codesContender(std::shared_ptr<const Recipe> recipe, Ranking ranking,
                                          const std::vector<QuantisedDescriptor>& features);

/// The cosine of features.
std::unique_ptr<Contender> cosineContender(std::vector<QuantisedDescriptor> features);

/// The Hamming distance of the signs of features.
std::unique_ptr<Contender> signContender(const std::vector<QuantisedDescriptor>& features);

/// Regions, parts or all together, through the engine as a user would. Photos are found by their ids; those
/// that the engine doesn't rank come last. All outlive the contender.
std::unique_ptr<Contender> engineContender(SearchEngine& engine, SearchMode mode, Ranking ranking,
                                           const std::vector<Photo>& photos, std::size_t libraryPhotos,
                                           double bytesPerPhoto);

} // namespace likeness
