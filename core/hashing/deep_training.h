// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/base/result.h"
#include "core/hashing/descriptor_matrix.h"
#include "core/hashing/encoder.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace likeness {

/// How a deep hash is trained, by mini-batches.
struct DeepSchedule {
    int epochs = 60;             // at most
    int patience = 15;           // epochs without a better validation before it ends
    double validationShare = .2; // of the samples, held out to tell when to end
    float learningRate = 2e-3F;
    float dropout = 0.5F; // share of a descriptor's values left out at each step
    std::uint64_t seed = 1;
    /// Measured on the same held-out samples, to compare with.
    std::shared_ptr<const Encoder> baseline = nullptr;
};

struct TrainingProgress {
    int epoch = 0;  // from 1
    int epochs = 0; // at most
    double loss = 0.0;
    /// Mean average precision of the held-out samples; nothing in the last part, which trains on all.
    std::optional<double> validation;
    std::optional<double> baseline; // the same by DeepSchedule::baseline
};

/// Called after each epoch, on the thread that trains.
using TrainingWatch = std::function<void(const TrainingProgress&)>;

struct DeepTraining {
    std::shared_ptr<const Encoder> encoder;
    double validation = 0.0;        // mean average precision of the held-out samples, at its best
    int epoch = 0;                  // where that was; 0 is the start
    std::optional<double> baseline; // of the same samples by DeepSchedule::baseline
    /// The held-out samples, and the encoder at its best before it learned from them too: together they show
    /// what unseen photos will meet.
    std::vector<int> held;
    std::shared_ptr<const Encoder> unseen;
};

struct SupervisedOptions {
    int bits = 128;
    float margin = 0.2F; // see ClassCentreOptions
    DeepSchedule schedule;
};

/// Deep hashing with labels: gives each class a code far from the others' and brings the samples' codes there
/// (see ClassCentreObjective); one layer, from random weights, on descriptors that a deep network made. The
/// same samples, labels and seed give the same encoder. `labels` are any numbers, one or more for each
/// sample. TrainingDataTooFew; InvalidArgument where no class has three samples, or all have one class;
/// Cancelled before the first epoch, afterwards the best so far.
Result<DeepTraining> trainDeepSupervised(const DescriptorMatrix& samples, std::span<const LabelSet> labels,
                                         const SupervisedOptions& options, const TrainingWatch& watch = {},
                                         const std::stop_token& stop = {});

struct UnsupervisedOptions {
    int bits = 256;
    int neighbours = 5;
    float temperature = 0.3F; // see NeighbourOptions
    DeepSchedule schedule{.epochs = 30, .validationShare = .1, .learningRate = 1e-3F, .dropout = 0.2F};
};

/// Deep hashing without labels: from ITQ's projection on, brings each sample and its nearest neighbours
/// together (see NeighbourObjective). Held-out samples should find the neighbours of their neighbours: that
/// rises and falls with the quality by labels, which the nearest alone don't. Learns the kinds of photos that
/// the samples hold, for a library of its own. Determinism and errors as for trainDeepSupervised.
Result<DeepTraining> trainDeepUnsupervised(const DescriptorMatrix& samples,
                                           const UnsupervisedOptions& options,
                                           const TrainingWatch& watch = {}, const std::stop_token& stop = {});

} // namespace likeness
