// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/result.h"
#include "core/evaluation/experiment.h"

#include <filesystem>
#include <span>
#include <string>

namespace likeness {

/// All figures and curves in one long table: pack, method, bits, granularity, rank, level, metric, at, value;
/// `at` is the k, threshold, class or stage of the metric. RFC 4180.
std::string csvReport(const Experiment& experiment);

/// A page that needs nothing but itself: set-up, charts (SVG), tables, failures with small pictures,
/// versions, and the options as JSON, in the language of the reader. Pictures that can't be read are left
/// out.
std::string htmlReport(const Experiment& experiment, const Translator& translate = inEnglish);

/// Writes a report in the format that the suffix names: .html in the language of the reader, .json or .csv.
/// FileNotWritable, DiskFull; InvalidArgument for other suffixes.
Result<void> writeReport(const Experiment& experiment, const std::filesystem::path& file,
                         const Translator& translate = inEnglish);

} // namespace likeness
