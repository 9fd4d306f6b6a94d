// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's lupdate finds the texts by the name `translate`.
#include "core/evaluation/report_content.h"

#include "core/base/error_text.h"
#include "core/base/number_text.h"
#include "core/evaluation/experiment_json.h"
#include "core/evaluation/experiment_texts.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace likeness {
namespace {

std::string timeOf(const RunResult& run, const std::string& stage) {
    const auto time = std::ranges::find(run.times, stage, &StageTime::stage);
    return time == run.times.end() ? "–" : fixedNumber(time->median, 2) + " / " + fixedNumber(time->p95, 2);
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

/// The parts of a report's content.
class Content {
public:
    Content(const Experiment& experiment, const Translator& translate)
        : experiment_(experiment), translate_(translate) {}

    ReportContent all() const {
        ReportContent content;
        content.headings = {translate("Report", "Set-up"), translate("Report", "Charts"),
                            translate("Report", "Failures"), translate("Report", "To repeat it"),
                            translate("Report", "Fingerprints")};
        content.title = translate("Report", "Retrieval quality");
        content.subject = truthOf(experiment_, translate_);
        content.setUp = setUp();
        content.tables = {figures(), times(), robustness()};
        std::erase_if(content.tables, [](const ReportTable& table) { return table.rows.empty(); });
        content.failuresNote = translate("Report", "The queries with the lowest average precision, and the "
                                                   "first wrong photos that each found.");
        content.failures = failures();
        content.repeatNote =
            fillTemplate(translate("Report", "Save this as options.json, then run: %1"),
                         {"likeness-cli evaluate --config options.json --report report.html"});
        content.options = toJson(experiment_.options);
        for (const RunResult& run : experiment_.runs)
            content.fingerprints.push_back(
                {run.title(translate_),
                 run.fingerprint +
                     (run.fittedOn.empty()
                          ? ""
                          : "; " + fillTemplate(translate("Report", "fitted on %1"), {run.fittedOn}))});
        return content;
    }

private:
    std::string translate(const char* context, const char* text) const { return translate_(context, text); }

    std::vector<ReportFact> setUp() const {
        const RunResult& run = experiment_.runs.back();
        std::vector<ReportFact> facts{
            {translate("Report", "Date"), experiment_.date},
            {"Likeness", experiment_.version},
            {translate("Report", "Library"), experiment_.library},
            {translate("Report", "Counts as the same"), truthOf(experiment_, translate_)},
            {translate("Report", "Photos"), std::to_string(run.photos)},
            {translate("Report", "Queries"),
             fillTemplate(translate("Report", "%1, each against all others"), {std::to_string(run.queries)})},
            {translate("Report", "Left out"),
             run.withoutMatch > 0 ? fillTemplate(translate("Report", "%1 queries without any match"),
                                                 {std::to_string(run.withoutMatch)})
                                  : ""},
            {translate("Report", "Learning and testing"), separationOf(experiment_, translate_)},
            {translate("Report", "Seed"), std::to_string(experiment_.options.seed)}};
        for (const auto& [name, value] : experiment_.versions)
            facts.push_back({versionText(name), value});
        for (const std::string& warning : experiment_.warnings)
            facts.push_back({translate("Report", "Note"), warning});
        std::erase_if(facts, [](const ReportFact& fact) { return fact.text.empty(); });
        return facts;
    }

    std::string versionText(const std::string& name) const {
        if (name == "engine")
            return translate("Report", "Engine");
        return name == "cores" ? translate("Report", "Cores") : name;
    }

    ReportTable figures() const {
        const std::string k = "@" + std::to_string(experiment_.options.cut);
        ReportTable table{
            translate("Report", "Figures"),
            translate("Report", "Means over queries; ties by expectation. Each query is left out of its own "
                                "ranking."),
            {"", translate("Report", "level"), "mAP", translate("Report", "95 % interval"), "mAP" + k,
             translate("Report", "macro mAP"), "HashNet" + k, "P@1",
             translate("Report", "accuracy") + " (P@" + std::to_string(experiment_.options.accuracyCut) + ")",
             "nDCG" + k, translate("Report", "best F1"), translate("Report", "P in radius 2"),
             translate("Report", "empty balls"), translate("Report", "calibration error"),
             translate("Report", "localisation"), "IoU", translate("Report", "bytes/photo")},
            {}};
        for (const RunResult& run : experiment_.runs)
            table.rows.push_back(figuresOf(run));
        return table;
    }

    std::vector<std::string> figuresOf(const RunResult& run) const {
        const bool hasRadius = !run.byRadius.empty();
        const bool hasPlaces = run.localisation > 0;
        const auto where = [](bool is, double value, int decimals) {
            return is ? fixedNumber(value, decimals) : std::string("–");
        };
        return {run.title(translate_),
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

    ReportTable times() const {
        ReportTable table{translate("Report", "Time"),
                          "",
                          {translate("Report", "ms: median / 95 %"), translate("Report", "level"),
                           translate("Report", "decode"), translate("Report", "extract"),
                           translate("Report", "network"), translate("Report", "encode"),
                           translate("Report", "scan"), translate("Report", "re-rank"),
                           translate("Report", "all but decode")},
                          {}};
        for (const RunResult& run : experiment_.runs) {
            std::vector<std::string> cells{run.title(translate_), run.level};
            for (const char* stage : {"decode", "extract", "network", "encode", "scan", "rerank", "total"})
                cells.push_back(timeOf(run, stage));
            table.rows.push_back(std::move(cells));
        }
        return table;
    }

    ReportTable robustness() const {
        ReportTable table{
            translate("Report", "Robustness"),
            fillTemplate(translate("Report",
                                   "mAP of corrupted queries over that of the same queries uncorrupted, at "
                                   "a short side of 224 pixels, mean of severities 1 to 5, %1 queries. The "
                                   "overlays of frost are made by code."),
                         {std::to_string(experiment_.options.robustnessQueries)}),
            {},
            {}};
        for (const RunResult& run : experiment_.runs) {
            const auto means = meansOf(run.robustness);
            if (means.empty())
                continue;
            table.header = {""};
            std::vector<std::string> cells{run.title(translate_)};
            for (const auto& [name, mean] : means) {
                table.header.push_back(corruptionText(name, translate_));
                cells.push_back(fixedNumber(mean, 3));
            }
            table.rows.push_back(std::move(cells));
        }
        return table;
    }

    std::vector<ReportFailures> failures() const {
        constexpr std::size_t mostRuns = 3;
        constexpr std::size_t mostQueries = 6;
        std::vector<ReportFailures> failures;
        for (std::size_t i = 0; i < std::min(mostRuns, experiment_.runs.size()); ++i) {
            const RunResult& run = experiment_.runs[i];
            const auto shown = std::min(mostQueries, run.failures.size());
            failures.push_back(
                {run.title(translate_) + ", " + run.level,
                 {run.failures.begin(), run.failures.begin() + static_cast<std::ptrdiff_t>(shown)}});
        }
        return failures;
    }

    const Experiment& experiment_;
    const Translator& translate_;
};

} // namespace

ReportContent reportContent(const Experiment& experiment, const Translator& translate) {
    return Content(experiment, translate).all();
}

std::string captionOf(const std::string& file) {
    const std::filesystem::path path = file;
    return (path.parent_path().filename() / path.filename()).string();
}

} // namespace likeness
