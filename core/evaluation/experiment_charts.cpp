// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's lupdate finds the texts by the name `translate`.
#include "core/evaluation/experiment_charts.h"

#include "core/base/error_text.h"
#include "core/evaluation/experiment_texts.h"

#include <algorithm>
#include <map>
#include <set>

namespace likeness {
namespace {

using Runs = std::vector<RunResult>;

double placeOf(std::vector<std::string>& categories, const std::string& name) {
    const auto place = std::ranges::find(categories, name) - categories.begin();
    if (place == std::ssize(categories))
        categories.push_back(name);
    return static_cast<double>(place);
}

/// The charts of some runs, in the language of the reader.
class Charts {
public:
    Charts(const Runs& runs, const Translator& translate) : runs_(runs), translate_(translate) {}

    std::vector<ExperimentChart> all() const {
        std::vector<ExperimentChart> charts{
            precisionRecall("precision_recall", translate("Report", "Precision and recall by rank"),
                            &RunResult::byRank),
            precisionRecall("similarity", translate("Report", "Precision and recall by similarity"),
                            &RunResult::bySimilarity),
            precisionRecall("radius", translate("Report", "Precision and recall by Hamming radius"),
                            &RunResult::byRadius),
            byRank("precision_at_k", translate("Report", "Precision among the first k"),
                   translate("Report", "precision"), &CurvePoint::precision),
            byRank("recall_at_k", translate("Report", "Recall among the first k"),
                   translate("Report", "recall"), &CurvePoint::recall),
            byBits(),
            againstTime(),
            byClass(),
            histogram(),
            byFamily(),
            bySeverity()};
        std::erase_if(charts, [](const ExperimentChart& chart) {
            return std::ranges::none_of(chart.chart.series,
                                        [](const SvgSeries& series) { return !series.points.empty(); });
        });
        return charts;
    }

private:
    std::string translate(const char* context, const char* text) const { return translate_(context, text); }
    std::string nameOf(const RunResult& run) const { return nameAmong(runs_, run, translate_); }

    /// A precision/recall chart of one of the curves of each run.
    ExperimentChart precisionRecall(std::string id, std::string title,
                                    std::vector<CurvePoint> RunResult::*curve) const {
        ExperimentChart chart{std::move(id),
                              {SvgChart::Kind::Lines,
                               std::move(title),
                               translate("Report", "recall"),
                               translate("Report", "precision"),
                               {}}};
        for (const RunResult& run : runs_) {
            if ((run.*curve).empty())
                continue;
            SvgSeries series{nameOf(run), {}};
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

    ExperimentChart byRank(std::string id, std::string title, std::string what,
                           double CurvePoint::*value) const {
        ExperimentChart chart{
            std::move(id),
            {SvgChart::Kind::Lines, std::move(title), translate("Report", "k (rank)"), std::move(what), {}}};
        chart.chart.xScale = SvgChart::Scale::Logarithmic;
        for (const RunResult& run : runs_) {
            SvgSeries series{nameOf(run), {}};
            for (const CurvePoint& point : run.byRank)
                series.points.emplace_back(point.threshold, point.*value);
            chart.chart.series.push_back(std::move(series));
        }
        return chart;
    }

    /// A curve for each method that has several lengths.
    ExperimentChart byBits() const {
        ExperimentChart chart{"bits",
                              {SvgChart::Kind::Lines,
                               translate("Report", "mAP by code length"),
                               translate("Report", "bits"),
                               "mAP",
                               {}}};
        const auto hasCodes = [](const RunResult& run) { return run.bits > 0 && !run.pack.empty(); };
        std::set<int> lengths;
        for (const RunResult& run : runs_)
            if (hasCodes(run))
                lengths.insert(run.bits);
        if (lengths.size() < 2)
            return chart;
        for (const int bits : lengths)
            chart.chart.categories.push_back(std::to_string(bits));
        std::map<std::string, SvgSeries> byName;
        for (const RunResult& run : runs_) {
            if (!hasCodes(run))
                continue;
            RunResult named = run;
            named.bits = 0;
            SvgSeries& series = byName[nameOf(named)];
            series.name = nameOf(named);
            series.points.emplace_back(std::distance(lengths.begin(), lengths.find(run.bits)), run.map);
        }
        for (auto& [name, series] : byName) {
            std::ranges::sort(series.points);
            chart.chart.series.push_back(std::move(series));
        }
        return chart;
    }

    ExperimentChart againstTime() const {
        ExperimentChart chart{"time",
                              {SvgChart::Kind::Points,
                               translate("Report", "mAP against time"),
                               translate("Report", "ms per query from outside, without decoding"),
                               "mAP",
                               {}}};
        chart.chart.xScale = SvgChart::Scale::Logarithmic;
        for (const RunResult& run : runs_) {
            const auto total = std::ranges::find(run.times, "total", &StageTime::stage);
            if (total != run.times.end())
                chart.chart.series.push_back({nameOf(run), {{total->median, run.map}}});
        }
        return chart;
    }

    /// Classes from the worst to the best by the first run.
    ExperimentChart byClass() const {
        constexpr std::size_t mostClasses = 40;
        constexpr std::size_t mostRuns = 4;
        ExperimentChart chart{"classes",
                              {SvgChart::Kind::Bars,
                               translate("Report", "mAP of each class"),
                               translate("Report", "class"),
                               "mAP",
                               {}}};
        std::vector<ClassScore> classes = runs_.back().classes;
        std::ranges::sort(classes, {}, &ClassScore::map);
        if (classes.size() > mostClasses) {
            classes.resize(mostClasses);
            chart.chart.title = fillTemplate(translate("Report", "mAP of each class, the worst %1"),
                                             {std::to_string(mostClasses)});
        }
        for (const ClassScore& score : classes)
            chart.chart.categories.push_back(score.label);
        for (const RunResult& run : runs_) {
            if (chart.chart.series.size() == mostRuns || run.level != runs_.back().level)
                continue;
            SvgSeries series{nameOf(run), {}};
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
    ExperimentChart histogram() const {
        const auto best = std::ranges::max_element(runs_, {}, &RunResult::map);
        ExperimentChart chart{
            "histogram",
            {SvgChart::Kind::Bars,
             fillTemplate(translate("Report", "Scores of matches and non-matches: %1"), {nameOf(*best)}),
             translate("Report", "similarity in %"),
             translate("Report", "share"),
             {}}};
        chart.chart.series = {{translate("Report", "matches"), binned(best->matchScores)},
                              {translate("Report", "non-matches"), binned(best->otherScores)}};
        double most = 0;
        for (const SvgSeries& series : chart.chart.series)
            for (const auto& [bin, share] : series.points)
                most = std::max(most, share);
        for (std::size_t bin = 0; bin + mergedBins <= best->matchScores.size(); bin += mergedBins)
            chart.chart.categories.push_back(std::to_string(bin));
        chart.chart.highest = std::max(.05, most);
        return chart;
    }

    static constexpr std::size_t mergedBins = 4;

    /// By the number of a merged bin its share of all.
    static std::vector<std::pair<double, double>> binned(const std::vector<std::int64_t>& counts) {
        std::int64_t all = 0;
        for (const std::int64_t count : counts)
            all += count;
        std::vector<std::pair<double, double>> points;
        for (std::size_t bin = 0; bin + mergedBins <= counts.size(); bin += mergedBins) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < mergedBins; ++i)
                sum += counts[bin + i];
            const std::size_t merged = bin / mergedBins;
            points.emplace_back(static_cast<double>(merged),
                                all > 0 ? static_cast<double>(sum) / static_cast<double>(all) : 0);
        }
        return points;
    }

    ExperimentChart byFamily() const {
        return robustness({"robustness",
                           {SvgChart::Kind::Bars,
                            translate("Report", "Robustness by family"),
                            translate("Report", "family of corruptions"),
                            translate("Report", "relative mAP"),
                            {}}},
                          [this](auto& categories, const RobustnessPoint& point) {
                              return placeOf(categories, corruptionText(point.family, translate_));
                          });
    }

    ExperimentChart bySeverity() const {
        return robustness({"severity",
                           {SvgChart::Kind::Lines,
                            translate("Report", "Robustness by severity"),
                            translate("Report", "severity"),
                            translate("Report", "relative mAP"),
                            {}}},
                          [](auto&, const RobustnessPoint& point) { return double(point.severity); });
    }

    /// Mean relative mAP by key(point), which gives the place at the x axis.
    template <typename Key>
    ExperimentChart robustness(ExperimentChart chart, const Key& key) const {
        for (const RunResult& run : runs_) {
            std::map<double, std::pair<double, int>> sums;
            for (const RobustnessPoint& point : run.robustness) {
                auto& [sum, count] = sums[key(chart.chart.categories, point)];
                sum += point.relative;
                ++count;
            }
            if (sums.empty())
                continue;
            SvgSeries series{nameOf(run), {}};
            for (const auto& [at, sum] : sums)
                series.points.emplace_back(at, sum.first / sum.second);
            chart.chart.series.push_back(std::move(series));
        }
        return chart;
    }

    const Runs& runs_;
    const Translator& translate_;
};

} // namespace

std::vector<ExperimentChart> chartsOf(const Experiment& experiment, const Translator& translate) {
    return experiment.runs.empty() ? std::vector<ExperimentChart>()
                                   : Charts(experiment.runs, translate).all();
}

} // namespace likeness
