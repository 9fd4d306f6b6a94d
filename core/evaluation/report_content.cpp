// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_content.h"

#include "core/base/number_text.h"
#include "core/evaluation/experiment_json.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace likeness {
namespace {

std::vector<ReportFact> setUpOf(const Experiment& experiment) {
    const RunResult& run = experiment.runs.back();
    std::vector<ReportFact> facts{
        {"Date", experiment.date},
        {"Likeness", experiment.version},
        {"Library", experiment.library},
        {"Counts as the same", experiment.truth},
        {"Photos", std::to_string(run.photos)},
        {"Queries", std::to_string(run.queries) + ", each against all others"},
        {"Left out",
         run.withoutMatch > 0 ? std::to_string(run.withoutMatch) + " queries without any match" : ""},
        {"Learning and testing", experiment.separation},
        {"Seed", std::to_string(experiment.options.seed)}};
    for (const auto& [name, value] : experiment.versions)
        facts.push_back({name, value});
    for (const std::string& warning : experiment.warnings)
        facts.push_back({"Note", warning});
    std::erase_if(facts, [](const ReportFact& fact) { return fact.text.empty(); });
    return facts;
}

std::vector<std::string> figuresOf(const RunResult& run) {
    const bool hasRadius = !run.byRadius.empty();
    const bool hasPlaces = run.localisation > 0;
    const auto where = [](bool is, double value, int decimals) {
        return is ? fixedNumber(value, decimals) : std::string("–");
    };
    return {run.title(),
            run.level,
            fixedNumber(run.map, 4),
            fixedNumber(run.mapInterval.low, 3) + " – " + fixedNumber(run.mapInterval.high, 3),
            fixedNumber(run.mapAtCut, 4),
            fixedNumber(run.macroMap, 4),
            fixedNumber(run.hashNetMap, 4),
            fixedNumber(run.precisionAt1, 4),
            fixedNumber(run.accuracy, 4),
            fixedNumber(run.ndcg, 4),
            fixedNumber(run.bestF1, 4),
            where(hasRadius, run.precisionRadius2, 4),
            where(hasRadius, run.emptyBallRate, 3),
            fixedNumber(run.calibrationError, 3),
            where(hasPlaces, run.localisation, 3),
            where(hasPlaces, run.meanIou, 3),
            fixedNumber(run.bytesPerPhoto, 0)};
}

ReportTable figures(const Experiment& experiment) {
    const std::string k = "@" + std::to_string(experiment.options.cut);
    ReportTable table{"Figures",
                      "Means over queries; ties by expectation. Each query is left out of its own ranking.",
                      {"", "level", "mAP", "95 % interval", "mAP" + k, "macro mAP", "HashNet" + k, "P@1",
                       "accuracy (P@" + std::to_string(experiment.options.accuracyCut) + ")", "nDCG" + k,
                       "best F1", "P in radius 2", "empty balls", "calibration error", "localisation", "IoU",
                       "bytes/photo"},
                      {}};
    for (const RunResult& run : experiment.runs)
        table.rows.push_back(figuresOf(run));
    return table;
}

std::string timeOf(const RunResult& run, const std::string& stage) {
    const auto time = std::ranges::find(run.times, stage, &StageTime::stage);
    return time == run.times.end() ? "–" : fixedNumber(time->median, 2) + " / " + fixedNumber(time->p95, 2);
}

ReportTable times(const Experiment& experiment) {
    ReportTable table{"Time",
                      "",
                      {"ms: median / 95 %", "level", "decode", "extract", "network", "encode", "scan",
                       "rerank", "all but decode"},
                      {}};
    for (const RunResult& run : experiment.runs) {
        std::vector<std::string> cells{run.title(), run.level};
        for (const char* stage : {"decode", "extract", "network", "encode", "scan", "rerank", "total"})
            cells.push_back(timeOf(run, stage));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// The mean of each corruption over its severities, in the order in which they were measured.
std::vector<std::pair<std::string, double>> meansOf(const std::vector<RobustnessPoint>& points) {
    std::vector<std::pair<std::string, std::vector<double>>> groups;
    for (const RobustnessPoint& point : points) {
        if (groups.empty() || groups.back().first != point.corruption)
            groups.emplace_back(point.corruption, std::vector<double>());
        groups.back().second.push_back(point.relative);
    }
    std::vector<std::pair<std::string, double>> means;
    for (const auto& [name, values] : groups)
        means.emplace_back(name, meanOf(values));
    return means;
}

ReportTable robustness(const Experiment& experiment) {
    ReportTable table{"Robustness",
                      "mAP of corrupted queries over that of the same queries uncorrupted, at a short side "
                      "of 224 pixels, mean of severities 1 to 5, " +
                          std::to_string(experiment.options.robustnessQueries) +
                          " queries. The overlays of frost are made by code.",
                      {},
                      {}};
    for (const RunResult& run : experiment.runs) {
        const auto means = meansOf(run.robustness);
        if (means.empty())
            continue;
        table.header = {""};
        std::vector<std::string> cells{run.title()};
        for (const auto& [name, mean] : means) {
            table.header.push_back(name);
            cells.push_back(fixedNumber(mean, 3));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::vector<ReportFailures> failuresOf(const Experiment& experiment) {
    constexpr std::size_t mostRuns = 3;
    constexpr std::size_t mostQueries = 6;
    std::vector<ReportFailures> failures;
    for (std::size_t i = 0; i < std::min(mostRuns, experiment.runs.size()); ++i) {
        const RunResult& run = experiment.runs[i];
        const auto shown = std::min(mostQueries, run.failures.size());
        failures.push_back(
            {run.title() + ", " + run.level,
             {run.failures.begin(), run.failures.begin() + static_cast<std::ptrdiff_t>(shown)}});
    }
    return failures;
}

} // namespace

ReportContent reportContent(const Experiment& experiment) {
    ReportContent content;
    content.title = "Retrieval quality";
    content.subject = experiment.truth;
    content.setUp = setUpOf(experiment);
    content.tables = {figures(experiment), times(experiment), robustness(experiment)};
    std::erase_if(content.tables, [](const ReportTable& table) { return table.rows.empty(); });
    content.failuresNote =
        "The queries with the lowest average precision, and the first wrong photos that each found.";
    content.failures = failuresOf(experiment);
    content.repeatNote = "Save this as options.json, then run: likeness-cli evaluate --config options.json "
                         "--report report.html";
    content.options = toJson(experiment.options);
    for (const RunResult& run : experiment.runs)
        content.fingerprints.push_back(
            {run.title(), run.fingerprint + (run.fittedOn.empty() ? "" : "; fitted on " + run.fittedOn)});
    return content;
}

std::string captionOf(const std::string& file) {
    const std::filesystem::path path = file;
    return (path.parent_path().filename() / path.filename()).string();
}

} // namespace likeness
