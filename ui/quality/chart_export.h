// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/experiment.h"
#include "core/evaluation/svg_chart.h"

#include <QString>
#include <QWidget>

namespace likeness::ui {

/// Writes a chart as its file's suffix says: .png and .pdf as it is shown, .svg drawn by core in light
/// colours. FileNotWritable, DiskFull; InvalidArgument for other suffixes.
Result<void> exportChart(QWidget& view, const SvgChart& chart, const QString& file);

/// Writes the report as its suffix says: .html, .json and .csv by core, .pdf with the same content; for
/// people in the language of the window. Reads photos; for worker threads. FileNotWritable, DiskFull.
Result<void> exportReport(const Experiment& experiment, const QString& file);

} // namespace likeness::ui
