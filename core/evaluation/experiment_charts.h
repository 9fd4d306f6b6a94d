// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/experiment.h"
#include "core/evaluation/svg_chart.h"

#include <string>
#include <vector>

namespace likeness {

/// The charts of an experiment, for the report and for the window; a chart without points is left out.
struct ExperimentChart {
    std::string id; // precision_recall, similarity, radius, precision_at_k, recall_at_k, bits, time, classes,
                    // histogram, robustness, corruptions
    SvgChart chart;
    /// By series and point: what P/R charts were cut at, for touching; empty for others.
    std::vector<std::vector<double>> thresholds{};
};

std::vector<ExperimentChart> chartsOf(const Experiment& experiment, const Translator& translate);

} // namespace likeness
