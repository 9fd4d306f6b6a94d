// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/run_tally.h"

#include "core/base/path_text.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace likeness {
namespace {

constexpr std::array cuts{1, 5, 10, 20, 50, 100};
constexpr std::size_t worstQueries = 12;
constexpr std::size_t wrongResults = 5;
constexpr std::size_t locatedResults = 5; // as in BoxEvaluation

} // namespace

/// A query's ranking with what is right in it.
struct RunTally::Judged {
    std::vector<TieGroup> groups;
    std::vector<std::uint8_t> order; // 1: right
    std::vector<double> gains;
};

std::vector<std::size_t> rankedRows(const ContenderScores& scores, std::size_t ownRow) {
    std::vector<std::size_t> rows(scores.scores.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::erase(rows, ownRow);
    std::ranges::stable_sort(
        rows, [&](std::size_t a, std::size_t b) { return scores.scores[a] > scores.scores[b]; });
    return rows;
}

RunTally::RunTally(const ExperimentSet& set, std::size_t level, const ExperimentOptions& options,
                   const Contender& contender)
    : set_(set),
      level_(level),
      options_(options),
      calibrated_(contender.calibrated()),
      byRank_(std::ssize(set.photos) - 1),
      byRadius_(contender.radiusBits()) {}

bool RunTally::isRelevant(const ExperimentQuery& query, std::size_t row) const {
    return sharesLabel(query.labels[level_], set_.labels[row][level_]);
}

void RunTally::add(const ExperimentQuery& query, const ContenderScores& scores,
                   std::span<const std::size_t> order) {
    last_.reset();
    Judged judged;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t row = order[i];
        const bool isRight = isRelevant(query, row);
        double gain = 0;
        for (std::size_t level = 0; level < query.labels.size(); ++level)
            gain += sharesLabel(query.labels[level], set_.labels[row][level]) ? 1 : 0;
        if (i == 0 || scores.scores[row] != scores.scores[order[i - 1]])
            judged.groups.push_back({0, 0, scores.similarities[row], 0});
        TieGroup& group = judged.groups.back();
        ++group.photos;
        group.relevant += isRight ? 1 : 0;
        group.gain += gain;
        judged.order.push_back(isRight ? 1 : 0);
        judged.gains.push_back(gain);
    }
    if (std::ranges::count(judged.order, 1) == 0) {
        ++withoutMatch_;
        return;
    }
    last_ = averagePrecision(judged.groups);
    precisions_.push_back(*last_);
    for (const int label : query.labels[level_])
        ofClass_[label].push_back(*last_);
    addMeans(judged);
    addCurves(query, scores, judged);
    addWorst(query, scores, order, *last_);
    locate(query, scores, order);
}

void RunTally::addMeans(const Judged& judged) {
    cutPrecisions_.push_back(averagePrecisionAt(judged.groups, options_.cut));
    if (const auto hashNet = hashNetAveragePrecision(judged.order, static_cast<std::size_t>(options_.cut)))
        hashNet_.push_back(*hashNet);
    for (const int cut : cuts) {
        precisionAt_[std::to_string(cut)] += precisionAt(judged.groups, cut);
        recallAt_[std::to_string(cut)] += recallAt(judged.groups, cut);
    }
    accuracy_ += precisionAt(judged.groups, options_.accuracyCut);
    ndcg_ += ndcgAt(judged.groups, judged.gains, options_.cut);
}

void RunTally::addCurves(const ExperimentQuery& query, const ContenderScores& scores, const Judged& judged) {
    byRank_.add(judged.groups);
    for (const TieGroup& group : judged.groups) {
        bySimilarity_.add(group.similarity, group.photos, group.relevant);
        calibration_.add(group.similarity, group.relevant, group.photos);
    }
    const SearchTiming& timing = scores.timing;
    for (const auto& [stage, time] :
         {std::pair{"encode", timing.encode}, std::pair{"scan", timing.scan},
          std::pair{"rerank", timing.rerank}, std::pair{"network", timing.network},
          std::pair{"total", timing.total() - timing.decode}})
        times_[stage].push_back(time.count());
    if (scores.distances.empty())
        return;
    const auto radii = static_cast<std::size_t>(
        std::max<int>(byRadius_.bits(), *std::ranges::max_element(scores.distances)) + 1);
    std::vector<std::int64_t> photosAt(radii);
    std::vector<std::int64_t> relevantAt(radii);
    for (std::size_t row = 0; row < scores.distances.size(); ++row) {
        if (row == query.row)
            continue;
        ++photosAt[scores.distances[row]];
        relevantAt[scores.distances[row]] += isRelevant(query, row) ? 1 : 0;
    }
    byRadius_.add(photosAt, relevantAt);
}

void RunTally::addWorst(const ExperimentQuery& query, const ContenderScores& scores,
                        std::span<const std::size_t> order, double averagePrecision) {
    if (worst_.size() == worstQueries && averagePrecision >= worst_.back().averagePrecision)
        return;
    Worst worst{averagePrecision, &query, {}};
    for (const std::size_t row : order)
        if (worst.wrong.size() < wrongResults && !isRelevant(query, row))
            worst.wrong.emplace_back(row, scores.similarities[row]);
    const auto place = std::ranges::upper_bound(worst_, averagePrecision, {}, &Worst::averagePrecision);
    worst_.insert(place, std::move(worst));
    if (worst_.size() > worstQueries)
        worst_.pop_back();
}

void RunTally::locate(const ExperimentQuery& query, const ContenderScores& scores,
                      std::span<const std::size_t> order) {
    if (scores.places.empty() || set_.boxes.empty())
        return;
    for (const std::size_t row : order.first(std::min(locatedResults, order.size()))) {
        if (!isRelevant(query, row))
            continue;
        ++judgedPlaces_;
        bool isHit = false;
        double best = 0;
        for (const Rectangle& place : scores.places[row])
            for (const LabelledBox& box : set_.boxes[row]) {
                const bool isRight = std::ranges::count(query.labels[level_], box.label) > 0;
                isHit = isHit || (isRight && box.place.contains(place.centre()));
                best = isRight ? std::max(best, intersectionOverUnion(place, box.place)) : best;
            }
        located_ += isHit ? 1 : 0;
        overlaps_ += best;
    }
}

void RunTally::finish(RunResult& result) const {
    const auto count = static_cast<double>(std::max<std::size_t>(1, precisions_.size()));
    result.map = meanOf(precisions_);
    result.mapInterval = bootstrapInterval(precisions_, options_.seed);
    result.mapAtCut = meanOf(cutPrecisions_);
    result.hashNetMap = meanOf(hashNet_);
    std::vector<double> means;
    for (const auto& [label, precisions] : ofClass_) {
        means.push_back(meanOf(precisions));
        result.classes.push_back({set_.levels[level_].labels[static_cast<std::size_t>(label)],
                                  std::ssize(precisions), means.back()});
    }
    result.macroMap = meanOf(means);
    for (const auto& [cut, sum] : precisionAt_)
        result.precisionAt[cut] = sum / count;
    for (const auto& [cut, sum] : recallAt_)
        result.recallAt[cut] = sum / count;
    result.precisionAt1 = result.precisionAt["1"];
    result.accuracy = accuracy_ / count;
    result.ndcg = ndcg_ / count;
    result.calibrationError = calibrated_ == Contender::Calibrated::Yes ? calibration_.value() : 0;
    result.queries = queries();
    result.withoutMatch = withoutMatch_;
    result.photos = std::ssize(set_.photos);
    result.byRank = byRank_.points();
    for (const CurvePoint& point : result.byRank)
        result.bestF1 = std::max(result.bestF1, f1Score(point.precision, point.recall));
    if (byRadius_.bits() > 0) {
        result.byRadius = byRadius_.points();
        result.precisionRadius2 = byRadius_.precisionWithin2();
        result.emptyBallRate = byRadius_.emptyBallRate();
    }
    result.bySimilarity = bySimilarity_.points();
    result.matchScores.assign(bySimilarity_.matches().begin(), bySimilarity_.matches().end());
    result.otherScores.assign(bySimilarity_.others().begin(), bySimilarity_.others().end());
    if (judgedPlaces_ > 0) {
        result.localisation = static_cast<double>(located_) / static_cast<double>(judgedPlaces_);
        result.meanIou = overlaps_ / static_cast<double>(judgedPlaces_);
    }
    for (const auto& [stage, times] : times_)
        result.times.push_back({stage, quantile(times, .5), quantile(times, .95)});
    for (const Worst& worst : worst_) {
        Failure failure{
            pathText(set_.photos[worst.query->row].file), worst.query->box, worst.averagePrecision, {}};
        for (const auto& [row, score] : worst.wrong)
            failure.wrong.push_back({pathText(set_.photos[row].file), score});
        result.failures.push_back(std::move(failure));
    }
}

} // namespace likeness
