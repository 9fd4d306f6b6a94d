// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/contender_factory.h"
#include "core/evaluation/experiment_control.h"
#include "core/evaluation/experiment_set.h"
#include "core/evaluation/feature_tables.h"

#include <functional>
#include <string>
#include <vector>

namespace likeness {

/// Corrupted queries against the clean photos: the corruptions of core/image/corruptions.h at severities 1 to
/// 5. Queries are scaled to a short side of 224 pixels first (Hendrycks and Dietterich 2019 use that size);
/// what they reach is compared with what the same scaled queries reach uncorrupted.
class RobustnessRun {
public:
    /// All outlive the run.
    RobustnessRun(const ExperimentSet& set, const ExperimentOptions& options, FeatureTables& tables,
                  const Decoder& decoder, ExperimentControl& control)
        : set_(set), options_(options), tables_(tables), decoder_(decoder), control_(control) {}

    using Progress = std::function<void(double share, const std::string& what)>;
    /// A list for each contender. Relevance is that of the finest level. Cancelled; errors of Decoder,
    /// FeatureExtractor and Contender.
    Result<std::vector<std::vector<RobustnessPoint>>> run(std::vector<MadeContender>& contenders,
                                                          const Progress& progress);

private:
    std::vector<std::size_t> chosenQueries() const;
    /// Average precision of each contender for a query in place of which these pixels stand.
    Result<std::vector<double>> precisions(std::vector<MadeContender>& contenders, std::size_t query,
                                           const Image& image);

    const ExperimentSet& set_;
    const ExperimentOptions& options_;
    FeatureTables& tables_;
    const Decoder& decoder_;
    ExperimentControl& control_;
};

} // namespace likeness
