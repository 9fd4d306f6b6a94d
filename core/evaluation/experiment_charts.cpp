// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/experiment_charts.h"

#include <algorithm>
#include <map>
#include <set>

namespace likeness {
namespace {

using Runs = std::vector<RunResult>;

/// Titles that tell the runs of an experiment apart: the level where there are several.
std::string nameOf(const Runs& runs, const RunResult& run) {
    const bool hasLevels =
        std::ranges::any_of(runs, [&](const RunResult& other) { return other.level != run.level; });
    return run.title() + (hasLevels ? ", " + run.level : "");
}

/// A precision/recall chart of one of the curves of each run.
ExperimentChart precisionRecall(const Runs& runs, std::string id, std::string title,
                                std::vector<CurvePoint> RunResult::*curve) {
    ExperimentChart chart{std::move(id),
                          {SvgChart::Kind::Lines, std::move(title), "recall", "precision", {}}};
    for (const RunResult& run : runs) {
        if ((run.*curve).empty())
            continue;
        SvgSeries series{nameOf(runs, run), {}};
        std::vector<double> thresholds;
        for (const CurvePoint& point : run.*curve) {
            series.points.emplace_back(point.recall, point.precision);
            thresholds.push_back(point.threshold);
        }
        chart.chart.series.push_back(std::move(series));
        chart.thresholds.push_back(std::move(thresholds));
    }
    return chart;
}

ExperimentChart byRank(const Runs& runs, std::string id, std::string what, double CurvePoint::*value) {
    ExperimentChart chart{std::move(id), {SvgChart::Kind::Lines, what + "@k", "k (rank)", what, {}}};
    chart.chart.xScale = SvgChart::Scale::Logarithmic;
    for (const RunResult& run : runs) {
        SvgSeries series{nameOf(runs, run), {}};
        for (const CurvePoint& point : run.byRank)
            series.points.emplace_back(point.threshold, point.*value);
        chart.chart.series.push_back(std::move(series));
    }
    return chart;
}

/// A curve for each method that has several lengths.
ExperimentChart byBits(const Runs& runs) {
    ExperimentChart chart{"bits", {SvgChart::Kind::Lines, "mAP by code length", "bits", "mAP", {}}};
    std::set<int> lengths;
    for (const RunResult& run : runs)
        if (run.bits > 0 && run.granularity == "global")
            lengths.insert(run.bits);
    if (lengths.size() < 2)
        return chart;
    for (const int bits : lengths)
        chart.chart.categories.push_back(std::to_string(bits));
    std::map<std::string, SvgSeries> byName;
    for (const RunResult& run : runs) {
        if (run.bits == 0 || run.granularity != "global" || run.pack.empty())
            continue;
        RunResult named = run;
        named.bits = 0;
        SvgSeries& series = byName[nameOf(runs, named)];
        series.name = nameOf(runs, named);
        series.points.emplace_back(std::distance(lengths.begin(), lengths.find(run.bits)), run.map);
    }
    for (auto& [name, series] : byName) {
        std::ranges::sort(series.points);
        chart.chart.series.push_back(std::move(series));
    }
    return chart;
}

ExperimentChart againstTime(const Runs& runs) {
    ExperimentChart chart{"time",
                          {SvgChart::Kind::Points,
                           "mAP against time",
                           "ms per query from outside, without decoding",
                           "mAP",
                           {}}};
    chart.chart.xScale = SvgChart::Scale::Logarithmic;
    for (const RunResult& run : runs) {
        const auto total = std::ranges::find(run.times, "total", &StageTime::stage);
        if (total != run.times.end())
            chart.chart.series.push_back({nameOf(runs, run), {{total->median, run.map}}});
    }
    return chart;
}

/// Classes from the worst to the best by the first run.
ExperimentChart byClass(const Runs& runs) {
    constexpr std::size_t mostClasses = 40;
    constexpr std::size_t mostRuns = 4;
    ExperimentChart chart{"classes", {SvgChart::Kind::Bars, "mAP of each class", "class", "mAP", {}}};
    std::vector<ClassScore> classes = runs.back().classes;
    std::ranges::sort(classes, {}, &ClassScore::map);
    if (classes.size() > mostClasses) {
        classes.resize(mostClasses);
        chart.chart.title = "mAP of each class, the worst " + std::to_string(mostClasses);
    }
    for (const ClassScore& score : classes)
        chart.chart.categories.push_back(score.label);
    for (const RunResult& run : runs) {
        if (chart.chart.series.size() == mostRuns || run.level != runs.back().level)
            continue;
        SvgSeries series{nameOf(runs, run), {}};
        for (const ClassScore& score : run.classes) {
            const auto place = std::ranges::find(chart.chart.categories, score.label);
            if (place != chart.chart.categories.end())
                series.points.emplace_back(place - chart.chart.categories.begin(), score.map);
        }
        chart.chart.series.push_back(std::move(series));
    }
    return chart;
}

/// Shares of matches and of the others by similarity, of the best run.
ExperimentChart histogram(const Runs& runs) {
    const auto best = std::ranges::max_element(runs, {}, &RunResult::map);
    ExperimentChart chart{"histogram",
                          {SvgChart::Kind::Bars,
                           "Scores of matches and non-matches: " + nameOf(runs, *best),
                           "similarity in %",
                           "share",
                           {}}};
    constexpr std::size_t merged = 4;
    double most = 0;
    for (const auto& [name, counts] :
         {std::pair{"matches", &best->matchScores}, std::pair{"non-matches", &best->otherScores}}) {
        std::int64_t all = 0;
        for (const std::int64_t count : *counts)
            all += count;
        SvgSeries series{name, {}};
        for (std::size_t bin = 0; bin + merged <= counts->size(); bin += merged) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < merged; ++i)
                sum += (*counts)[bin + i];
            const std::size_t place = bin / merged;
            const double share = all > 0 ? static_cast<double>(sum) / static_cast<double>(all) : 0;
            series.points.emplace_back(static_cast<double>(place), share);
            most = std::max(most, share);
        }
        chart.chart.series.push_back(std::move(series));
    }
    for (std::size_t bin = 0; bin + merged <= best->matchScores.size(); bin += merged)
        chart.chart.categories.push_back(std::to_string(bin));
    chart.chart.highest = std::max(.05, most);
    return chart;
}

/// Mean relative mAP by key(point), which gives the place at the x axis.
template <typename Key>
ExperimentChart robustness(const Runs& runs, ExperimentChart chart, const Key& key) {
    for (const RunResult& run : runs) {
        std::map<double, std::pair<double, int>> sums;
        for (const RobustnessPoint& point : run.robustness) {
            auto& [sum, count] = sums[key(chart.chart.categories, point)];
            sum += point.relative;
            ++count;
        }
        if (sums.empty())
            continue;
        SvgSeries series{nameOf(runs, run), {}};
        for (const auto& [at, sum] : sums)
            series.points.emplace_back(at, sum.first / sum.second);
        chart.chart.series.push_back(std::move(series));
    }
    return chart;
}

double placeOf(std::vector<std::string>& categories, const std::string& name) {
    const auto place = std::ranges::find(categories, name) - categories.begin();
    if (place == std::ssize(categories))
        categories.push_back(name);
    return static_cast<double>(place);
}

} // namespace

std::vector<ExperimentChart> chartsOf(const Experiment& experiment) {
    const Runs& runs = experiment.runs;
    if (runs.empty())
        return {};
    std::vector<ExperimentChart> charts{
        precisionRecall(runs, "precision_recall", "Precision and recall by rank", &RunResult::byRank),
        precisionRecall(runs, "similarity", "Precision and recall by similarity", &RunResult::bySimilarity),
        precisionRecall(runs, "radius", "Precision and recall by Hamming radius", &RunResult::byRadius),
        byRank(runs, "precision_at_k", "precision", &CurvePoint::precision),
        byRank(runs, "recall_at_k", "recall", &CurvePoint::recall),
        byBits(runs),
        againstTime(runs),
        byClass(runs),
        histogram(runs),
        robustness(
            runs,
            {"robustness", {SvgChart::Kind::Bars, "Robustness by family", "family", "relative mAP", {}}},
            [](auto& categories, const RobustnessPoint& point) { return placeOf(categories, point.family); }),
        robustness(
            runs,
            {"severity", {SvgChart::Kind::Lines, "Robustness by severity", "severity", "relative mAP", {}}},
            [](auto&, const RobustnessPoint& point) { return double(point.severity); }),
    };
    std::erase_if(charts, [](const ExperimentChart& chart) {
        return std::ranges::none_of(chart.chart.series,
                                    [](const SvgSeries& series) { return !series.points.empty(); });
    });
    return charts;
}

} // namespace likeness
