// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/codebook.h"
#include "core/hashing/deep_training.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// The hash methods that codebooks are trained with, by the names in their files.
inline constexpr std::array<std::string_view, 5> trainableMethods{"deep", "itq", "lsh", "qh", "ch"};

/// Descriptors to learn from, one after the other, and the labels of each where there are labels.
struct TrainingData {
    std::vector<float> values;
    std::vector<LabelSet> labels; // empty without labels
    int length = 0;
    std::string description; // for people: "80 photos of this library"

    int count() const { return length > 0 ? static_cast<int>(values.size()) / length : 0; }
    DescriptorMatrix matrix() const { return {values, count(), length}; }
};

struct CodebookTrainingOptions {
    std::string method = "deep"; // one of trainableMethods
    int bits = 256;
    std::uint64_t seed = 1;
    std::optional<double> validationShare;   // of the photos, held out; else as the kind of training has it
    std::shared_ptr<const Encoder> baseline; // what the codebook is compared with, if anything
    SupervisedOptions supervised;            // for deep with labels; its bits, seed, … are those above
};

/// Mean average precision of held-out photos; see makeValidationSet.
struct ValidationScores {
    double trained = 0;
    std::optional<double> baseline;
};

struct TrainedCodebook {
    Codebook codebook;
    std::optional<DeepTraining> deep; // how a deep training went
    /// Deep hashing: the best that its held-out photos reached before it learned from them too. The other
    /// methods have seen the held-out photos, though no labels. None where a stop came before.
    std::optional<ValidationScores> validation;
};

/// Trains a codebook of whole photos. Deep hashing learns from the labels where there are any; the other
/// methods take labels for their calibration alone. `reference` is the pack's default codebook, which gives
/// its whitening, and its idea of what is alike where there are no labels. The same data and options give
/// the same codebook. The errors of the method's training.
Result<TrainedCodebook> trainCodebook(const TrainingData& data, const CodebookTrainingOptions& options,
                                      const ModelPack& pack, const Codebook& reference,
                                      const TrainingWatch& watch = {}, const std::stop_token& stop = {});

/// The same of windows: regions or parts. There are no labels, and `reference` is the pack's codebook of that
/// granularity, which gives its idea of what is alike; null where the pack has none.
Result<TrainedCodebook> trainWindowCodebook(const TrainingData& data, Granularity granularity,
                                            const CodebookTrainingOptions& options, const ModelPack& pack,
                                            const Codebook* reference, const TrainingWatch& watch = {},
                                            const std::stop_token& stop = {});

} // namespace likeness
