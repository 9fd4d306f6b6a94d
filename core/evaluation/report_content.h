// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/experiment.h"

#include <string>
#include <vector>

namespace likeness {

struct ReportFact {
    std::string name;
    std::string text;
};

/// A row for each run, whose first cell names it, below a header of the same length.
struct ReportTable {
    std::string title;
    std::string note; // may be empty
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

/// The queries that went worst with one run.
struct ReportFailures {
    std::string title;
    std::vector<Failure> queries;
};

struct ReportHeadings {
    std::string setUp;
    std::string charts;
    std::string failures;
    std::string repeat;
    std::string fingerprints;
};

/// What a report says beside its charts, whatever it is written as.
struct ReportContent {
    ReportHeadings headings;
    std::string title;
    std::string subject; // what counts as the same
    std::vector<ReportFact> setUp;
    std::vector<ReportTable> tables; // those with rows
    std::string failuresNote;
    std::vector<ReportFailures> failures; // of the first runs
    std::string repeatNote;
    std::string options; // JSON, for repeating it
    std::vector<ReportFact> fingerprints;
};

/// In the language of the reader. The experiment has a run.
ReportContent reportContent(const Experiment& experiment, const Translator& translate);

/// A photo's folder and name, for captions.
std::string captionOf(const std::string& file);

} // namespace likeness
