// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/experiment_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace likeness {
namespace {

using Json = nlohmann::ordered_json;

// Each structure names its fields once, for writing and for reading: describe(archive, value) calls
// archive("name", field) for each.

template <typename Archive, typename Options>
void describeOptions(Archive& archive, Options& options) {
    archive("dataset", options.dataset);
    archive("layout", options.layout);
    archive("labels", options.labels);
    archive("packs", options.packs);
    archive("methods", options.methods);
    archive("bits", options.bits);
    archive("granularities", options.granularities);
    archive("ranks", options.ranks);
    archive("baselines", options.baselines);
    archive("train_split", options.trainSplit);
    archive("robustness_queries", options.robustnessQueries);
    archive("most_queries", options.mostQueries);
    archive("cut", options.cut);
    archive("accuracy_cut", options.accuracyCut);
    archive("min_area", options.minArea);
    archive("max_area", options.maxArea);
    archive("min_class_photos", options.minClassPhotos);
    archive("exclude", options.excluded);
    archive("seed", options.seed);
}

template <typename Archive, typename Run>
void describeRun(Archive& archive, Run& run) {
    archive("map", run.map);
    archive("precision_at_1", run.precisionAt1);
    archive("localisation", run.localisation);
    archive("mean_iou", run.meanIou);
    archive("calibration_error", run.calibrationError);
    archive("queries", run.queries);
    archive("photos", run.photos);
    archive("ms_per_query", run.msPerQuery);
    archive("without_match", run.withoutMatch);
    archive("labels", run.labels);
    archive("granularity", run.granularity);
    archive("rank", run.rank);
    archive("method", run.method);
    archive("bits", run.bits);
    archive("fitted_on", run.fittedOn);
    archive("pack", run.pack);
    archive("level", run.level);
    archive("fingerprint", run.fingerprint);
    archive("map_interval", run.mapInterval);
    archive("map_at_k", run.mapAtCut);
    archive("macro_map", run.macroMap);
    archive("hashnet_map_at_k", run.hashNetMap);
    archive("accuracy", run.accuracy);
    archive("ndcg_at_k", run.ndcg);
    archive("best_f1", run.bestF1);
    archive("precision_radius_2", run.precisionRadius2);
    archive("empty_ball_rate", run.emptyBallRate);
    archive("precision_at", run.precisionAt);
    archive("recall_at", run.recallAt);
    archive("bytes_per_photo", run.bytesPerPhoto);
    archive("times", run.times);
    archive("by_rank", run.byRank);
    archive("by_radius", run.byRadius);
    archive("by_similarity", run.bySimilarity);
    archive("match_scores", run.matchScores);
    archive("other_scores", run.otherScores);
    archive("classes", run.classes);
    archive("failures", run.failures);
    archive("robustness", run.robustness);
}

template <typename Archive, typename Value>
void describeExperiment(Archive& archive, Value& experiment) {
    archive("options", experiment.options);
    archive("date", experiment.date);
    archive("version", experiment.version);
    archive("library", experiment.library);
    archive("truth", experiment.truth);
    archive("separation", experiment.separation);
    archive("learned_half", experiment.separated.half);
    archive("learned", experiment.separated.learned);
    archive("compared", experiment.separated.compared);
    archive("versions", experiment.versions);
    archive("warnings", experiment.warnings);
    archive("runs", experiment.runs);
}

struct Writer {
    Json& json;
    template <typename T>
    void operator()(const char* name, const T& value) {
        json[name] = value;
    }
};

/// Fields that are not there stay as they are.
struct Reader {
    const Json& json;
    template <typename T>
    void operator()(const char* name, T& value) {
        if (json.contains(name))
            json.at(name).get_to(value);
    }
};

} // namespace

// Found by nlohmann::json through the namespace of the structures.

static void to_json(Json& json, const Interval& interval) {
    json = {interval.low, interval.high};
}
static void from_json(const Json& json, Interval& interval) {
    interval = {json.at(0).get<double>(), json.at(1).get<double>()};
}
static void to_json(Json& json, const CurvePoint& point) {
    json = {point.threshold, point.precision, point.recall};
}
static void from_json(const Json& json, CurvePoint& point) {
    point = {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>()};
}
static void to_json(Json& json, const Rectangle& box) {
    json = {box.x, box.y, box.width, box.height};
}
static void from_json(const Json& json, Rectangle& box) {
    box = {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>(),
           json.at(3).get<double>()};
}
static void to_json(Json& json, const StageTime& time) {
    json = {{"stage", time.stage}, {"median_ms", time.median}, {"p95_ms", time.p95}};
}
static void from_json(const Json& json, StageTime& time) {
    time = {json.at("stage").get<std::string>(), json.at("median_ms").get<double>(),
            json.at("p95_ms").get<double>()};
}
static void to_json(Json& json, const ClassScore& score) {
    json = {{"label", score.label}, {"queries", score.queries}, {"map", score.map}};
}
static void from_json(const Json& json, ClassScore& score) {
    score = {json.at("label").get<std::string>(), json.at("queries").get<std::int64_t>(),
             json.at("map").get<double>()};
}
static void to_json(Json& json, const WrongResult& wrong) {
    json = {{"photo", wrong.photo}, {"score", wrong.score}};
}
static void from_json(const Json& json, WrongResult& wrong) {
    wrong = {json.at("photo").get<std::string>(), json.at("score").get<double>()};
}
static void to_json(Json& json, const Failure& failure) {
    json = {{"photo", failure.photo},
            {"box", failure.box},
            {"average_precision", failure.averagePrecision},
            {"wrong", failure.wrong}};
}
static void from_json(const Json& json, Failure& failure) {
    failure = {json.at("photo").get<std::string>(), json.at("box").get<Rectangle>(),
               json.at("average_precision").get<double>(), json.at("wrong").get<std::vector<WrongResult>>()};
}
static void to_json(Json& json, const RobustnessPoint& point) {
    json = {{"corruption", point.corruption},
            {"family", point.family},
            {"severity", point.severity},
            {"map", point.map},
            {"relative", point.relative}};
}
static void from_json(const Json& json, RobustnessPoint& point) {
    point = {json.at("corruption").get<std::string>(), json.at("family").get<std::string>(),
             json.at("severity").get<int>(), json.at("map").get<double>(), json.at("relative").get<double>()};
}
static void to_json(Json& json, const ExperimentOptions& options) {
    Writer writer{json = Json::object()};
    describeOptions(writer, options);
}
static void from_json(const Json& json, ExperimentOptions& options) {
    Reader reader{json};
    describeOptions(reader, options);
}
static void to_json(Json& json, const RunResult& run) {
    Writer writer{json = Json::object()};
    describeRun(writer, run);
}
static void from_json(const Json& json, RunResult& run) {
    Reader reader{json};
    describeRun(reader, run);
}

namespace {

/// Bytes of file names that are no UTF-8 become U+FFFD.
std::string textOf(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Parses and hands over to read(json), which may throw std::exception.
template <typename T, typename Read>
Result<T> parsed(std::string_view text, const std::string& name, const Read& read) {
    try {
        return read(Json::parse(text));
    } catch (const Json::parse_error& problem) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(problem.byte, text.size()));
        const auto line = std::count(text.begin(), end, '\n') + 1;
        return makeError(ErrorCode::InvalidArgument,
                         {name + ", line " + std::to_string(line) + ": " + problem.what()});
    } catch (const std::exception& problem) {
        return makeError(ErrorCode::InvalidArgument, {name + ": " + problem.what()});
    }
}

} // namespace

std::string toJson(const Experiment& experiment) {
    Json json = Json::object();
    Writer writer{json};
    describeExperiment(writer, experiment);
    return textOf(json);
}

std::string toJson(const RunResult& run) {
    return textOf(run);
}

std::string toJson(const ExperimentOptions& options) {
    return textOf(options);
}

Result<Experiment> experimentFromJson(std::string_view text, const std::string& name) {
    return parsed<Experiment>(text, name, [](const Json& json) {
        Experiment experiment;
        Reader reader{json};
        describeExperiment(reader, experiment);
        return experiment;
    });
}

Result<ExperimentOptions> optionsFromJson(std::string_view text, const std::string& name) {
    return parsed<ExperimentOptions>(text, name, [](const Json& json) {
        return (json.contains("options") ? json.at("options") : json).get<ExperimentOptions>();
    });
}

} // namespace likeness
