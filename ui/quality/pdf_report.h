// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/experiment.h"
#include "core/evaluation/svg_chart.h"

#include <QString>

namespace likeness::ui {

/// Everything that the HTML report has, on pages of A4: tables stand with a column for each run, a few runs
/// at a time. Reads photos; for worker threads. FileNotWritable.
Result<void> writePdfReport(const Experiment& experiment, const QString& file);

/// A chart as SVG in light colours, for renderers that know no CSS.
QByteArray lightSvg(const SvgChart& chart);

} // namespace likeness::ui
