// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report.h"

#include "core/base/csv.h"
#include "core/base/path_text.h"
#include "core/evaluation/experiment_json.h"

#include <charconv>
#include <span>

namespace likeness {
namespace {

std::string numberText(double value) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end};
}

/// The lines of one run.
class RunLines {
public:
    explicit RunLines(const RunResult& run)
        : name_(csvField(run.pack) + "," + csvField(run.method) + "," + std::to_string(run.bits) + "," +
                run.granularity + "," + run.rank + "," + csvField(run.level) + ",") {}

    void add(const std::string& metric, const std::string& at, double value) {
        text_ += name_ + metric + "," + csvField(at) + "," + numberText(value) + "\r\n";
    }
    void add(const std::string& metric, double value) { add(metric, "", value); }
    void add(const std::string& curve, const std::vector<CurvePoint>& points) {
        for (const CurvePoint& point : points) {
            add("precision_" + curve, numberText(point.threshold), point.precision);
            add("recall_" + curve, numberText(point.threshold), point.recall);
        }
    }
    const std::string& text() const { return text_; }

private:
    std::string name_;
    std::string text_;
};

std::string linesOf(const RunResult& run) {
    RunLines lines(run);
    lines.add("map", run.map);
    lines.add("map_low", run.mapInterval.low);
    lines.add("map_high", run.mapInterval.high);
    lines.add("map_at_k", run.mapAtCut);
    lines.add("macro_map", run.macroMap);
    lines.add("hashnet_map_at_k", run.hashNetMap);
    lines.add("accuracy", run.accuracy);
    lines.add("ndcg_at_k", run.ndcg);
    lines.add("best_f1", run.bestF1);
    lines.add("calibration_error", run.calibrationError);
    lines.add("precision_radius_2", run.precisionRadius2);
    lines.add("empty_ball_rate", run.emptyBallRate);
    lines.add("localisation", run.localisation);
    lines.add("mean_iou", run.meanIou);
    lines.add("queries", static_cast<double>(run.queries));
    lines.add("without_match", static_cast<double>(run.withoutMatch));
    lines.add("photos", static_cast<double>(run.photos));
    lines.add("bytes_per_photo", run.bytesPerPhoto);
    lines.add("ms_per_query", run.msPerQuery);
    for (const auto& [k, value] : run.precisionAt)
        lines.add("precision_at", k, value);
    for (const auto& [k, value] : run.recallAt)
        lines.add("recall_at", k, value);
    for (const StageTime& time : run.times) {
        lines.add("ms_median", time.stage, time.median);
        lines.add("ms_p95", time.stage, time.p95);
    }
    lines.add("by_rank", run.byRank);
    lines.add("by_radius", run.byRadius);
    lines.add("by_similarity", run.bySimilarity);
    for (const ClassScore& score : run.classes)
        lines.add("map_of_class", score.label, score.map);
    for (const RobustnessPoint& point : run.robustness)
        lines.add("relative_map", point.corruption + " " + std::to_string(point.severity), point.relative);
    return lines.text();
}

} // namespace

std::string csvReport(const Experiment& experiment) {
    std::string text = "pack,method,bits,granularity,rank,level,metric,at,value\r\n";
    for (const RunResult& run : experiment.runs)
        text += linesOf(run);
    return text;
}

Result<void> writeReport(const Experiment& experiment, const std::filesystem::path& file,
                         const Translator& translate) {
    const std::string suffix = file.extension().string();
    std::string text;
    if (suffix == ".html" || suffix == ".htm")
        text = htmlReport(experiment, translate);
    else if (suffix == ".json")
        text = toJson(experiment);
    else if (suffix == ".csv")
        text = csvReport(experiment);
    else
        return makeError(ErrorCode::InvalidArgument,
                         {"a report's name ends in .html, .json or .csv, not as " + pathText(file)});
    return writeFileAtomically(file, std::as_bytes(std::span(text)));
}

} // namespace likeness
