// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/cross_validation.h"

#include "core/hashing/validation.h"

#include <numeric>
#include <string>

namespace likeness {
namespace {

/// The rows of a matrix that are named, with their labels.
struct Part {
    std::vector<float> values;
    std::vector<LabelSet> labels;

    DescriptorMatrix matrix(int length) const { return {values, static_cast<int>(labels.size()), length}; }
};

Part partOf(const DescriptorMatrix& samples, std::span<const LabelSet> labels, std::span<const int> rows) {
    Part part;
    for (int row : rows) {
        const auto values = samples.row(row);
        part.values.insert(part.values.end(), values.begin(), values.end());
        part.labels.push_back(labels[static_cast<std::size_t>(row)]);
    }
    return part;
}

std::vector<HashCode> encodeAll(const Encoder& encoder, const DescriptorMatrix& samples) {
    std::vector<HashCode> codes;
    for (int i = 0; i < samples.count; ++i)
        codes.push_back(encoder.encode(samples.row(i)));
    return codes;
}

Result<double> evaluateFold(const DescriptorMatrix& samples, std::span<const LabelSet> labels,
                            const Split& split, const SupervisedOptions& options,
                            const std::stop_token& stop) {
    const Part training = partOf(samples, labels, split.training);
    const Part held = partOf(samples, labels, split.held);
    const auto trained =
        trainDeepSupervised(training.matrix(samples.length), training.labels, options, {}, stop);
    if (!trained)
        return trained.error();
    if (stop.stop_requested())
        return makeError(ErrorCode::Cancelled);
    return meanAveragePrecision(encodeAll(*trained->encoder, held.matrix(samples.length)),
                                encodeAll(*trained->encoder, training.matrix(samples.length)),
                                relevantByLabel(labels, split));
}

} // namespace

Result<std::vector<double>> crossValidate(const DescriptorMatrix& samples, std::span<const LabelSet> labels,
                                          const SupervisedOptions& options, int folds, const FoldWatch& watch,
                                          const std::stop_token& stop) {
    if (folds < 2)
        return makeError(ErrorCode::InvalidArgument, {"cross-validation takes 2 folds or more"});
    std::vector<double> maps;
    for (const Split& split : splitIntoFolds(labels, folds, options.schedule.seed)) {
        const auto map = evaluateFold(samples, labels, split, options, stop);
        if (!map)
            return map.error();
        maps.push_back(*map);
        if (watch)
            watch(static_cast<int>(maps.size()), *map);
    }
    return maps;
}

} // namespace likeness
