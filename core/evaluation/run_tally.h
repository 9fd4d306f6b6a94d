// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/calibration_error.h"
#include "core/evaluation/contender.h"
#include "core/evaluation/experiment.h"
#include "core/evaluation/experiment_set.h"
#include "core/evaluation/retrieval_curves.h"

#include <map>
#include <vector>

namespace likeness {

/// Rows of a set from the most to the least alike, ties by row, without the query's own.
std::vector<std::size_t> rankedRows(const ContenderScores& scores, std::size_t ownRow);

/// Adds up what one contender reaches at one level of labels.
class RunTally {
public:
    /// `set` outlives the tally.
    RunTally(const ExperimentSet& set, std::size_t level, const ExperimentOptions& options,
             const Contender& contender);

    /// `order` as of rankedRows.
    void add(const ExperimentQuery& query, const ContenderScores& scores, std::span<const std::size_t> order);

    /// The average precision of the last query; none where nothing shares its label.
    std::optional<double> last() const { return last_; }

    /// Fills all that doesn't name the contender. At least one query had a match.
    void finish(RunResult& result) const;
    std::int64_t queries() const { return static_cast<std::int64_t>(precisions_.size()); }

private:
    struct Judged;
    struct Worst {
        double averagePrecision = 0;
        const ExperimentQuery* query = nullptr;
        std::vector<std::pair<std::size_t, double>> wrong; // row, score
    };
    bool isRelevant(const ExperimentQuery& query, std::size_t row) const;
    void addMeans(const Judged& judged);
    void addCurves(const ExperimentQuery& query, const ContenderScores& scores, const Judged& judged);
    void addWorst(const ExperimentQuery& query, const ContenderScores& scores,
                  std::span<const std::size_t> order, double averagePrecision);
    void locate(const ExperimentQuery& query, const ContenderScores& scores,
                std::span<const std::size_t> order);

    const ExperimentSet& set_;
    const std::size_t level_;
    const ExperimentOptions& options_;
    const Contender::Calibrated calibrated_;
    std::optional<double> last_;
    std::vector<double> precisions_; // average precision of each query
    std::vector<double> cutPrecisions_;
    std::vector<double> hashNet_;
    std::map<std::string, double> precisionAt_; // sums
    std::map<std::string, double> recallAt_;
    double accuracy_ = 0;
    double ndcg_ = 0;
    std::map<int, std::vector<double>> ofClass_;
    CalibrationError calibration_;
    RankCurve byRank_;
    RadiusCurve byRadius_;
    ScoreCurve bySimilarity_;
    std::vector<Worst> worst_;
    std::int64_t withoutMatch_ = 0;
    std::int64_t judgedPlaces_ = 0;
    std::int64_t located_ = 0;
    double overlaps_ = 0;
    std::map<std::string, std::vector<double>> times_;
};

} // namespace likeness
