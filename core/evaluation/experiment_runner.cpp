// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/experiment_runner.h"

#include "core/base/path_text.h"
#include "core/evaluation/contender_factory.h"
#include "core/evaluation/experiment_texts.h"
#include "core/evaluation/robustness.h"
#include "core/evaluation/run_tally.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <thread>

namespace likeness {
namespace {

std::string nowInUtc() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

/// One run of all plans.
class Run {
public:
    Run(const Database& database, const ExperimentSetup& setup, const ExperimentWatch& watch,
        ExperimentControl& control, ExperimentSet set, Experiment experiment)
        : watch_(watch),
          control_(control),
          set_(std::move(set)),
          experiment_(std::move(experiment)),
          tables_(database, set_, setup.limits, control),
          factory_(database, set_, experiment_.options, setup, tables_, control),
          decoder_(setup.limits) {}

    Result<Experiment> run() {
        const std::vector<ContenderPlan> plans = plansOf(experiment_.options);
        // Robustness takes as long as its passes: about as much again, for the share that is shown.
        const double parts = static_cast<double>(plans.size()) * (isRobust() ? 2 : 1);
        for (std::size_t i = 0; i < plans.size(); ++i) {
            base_ = static_cast<double>(i) / parts;
            part_ = 1 / parts;
            if (auto done = runPlan(plans[i]); !done)
                return done.error();
            if (watch_.partial)
                watch_.partial(experiment_);
        }
        base_ = isRobust() ? .5 : 1;
        part_ = isRobust() ? .5 : 0;
        if (isRobust())
            if (auto done = runRobustness(); !done)
                return done.error();
        if (experiment_.runs.empty())
            return makeError(
                ErrorCode::InvalidArgument,
                {experiment_.warnings.empty() ? "there is nothing to compare" : experiment_.warnings.back()});
        tell(1, "Finished");
        return experiment_;
    }

private:
    bool isRobust() const { return experiment_.options.robustnessQueries > 0; }

    void tell(double share, const std::string& what) const {
        if (watch_.progress)
            watch_.progress(base_ + share * part_, what);
    }

    Result<void> runPlan(const ContenderPlan& plan) {
        const std::string title = plan.result.title();
        tell(0, title);
        if (!control_.mayGoOn())
            return makeError(ErrorCode::Cancelled);
        auto made = factory_.make(plan, [&](double share) { tell(share * .5, title + ": features"); });
        if (!made && made.error().code == ErrorCode::Cancelled)
            return made.error();
        if (!made) { // the others may do better
            experiment_.warnings.push_back(title + ": " + made.error().text);
            return {};
        }
        std::vector<RunTally> tallies;
        for (std::size_t level = 0; level < set_.levels.size(); ++level)
            tallies.emplace_back(set_, level, experiment_.options, *made->contender);
        if (auto done = runQueries(*made, tallies, title); !done)
            return done.error();
        finish(*made, tallies);
        if (isRobust())
            contenders_.push_back(*std::move(made));
        return {};
    }

    Result<void> runQueries(const MadeContender& made, std::vector<RunTally>& tallies,
                            const std::string& title) {
        static const QuantisedDescriptor none;
        for (std::size_t i = 0; i < set_.queries.size(); ++i) {
            if (!control_.mayGoOn())
                return makeError(ErrorCode::Cancelled);
            const ExperimentQuery& query = set_.queries[i];
            const auto scores =
                made.contender->score({query, set_.photos[query.row].id,
                                       made.table != nullptr ? made.table->ofQuery(set_, i) : none, nullptr});
            if (!scores)
                return scores.error();
            const std::vector<std::size_t> order = rankedRows(*scores, query.row);
            for (RunTally& tally : tallies)
                tally.add(query, *scores, order);
            if (i % 16 == 0)
                tell(.5 + .5 * static_cast<double>(i) / static_cast<double>(set_.queries.size()), title);
        }
        return {};
    }

    void finish(MadeContender& made, const std::vector<RunTally>& tallies) {
        for (std::size_t level = 0; level < tallies.size(); ++level) {
            if (tallies[level].queries() == 0)
                continue;
            RunResult result = made.result;
            tallies[level].finish(result);
            result.level = set_.levels[level].name;
            result.labels = set_.truth;
            result.bytesPerPhoto = made.contender->bytesPerPhoto();
            addTimes(made, result);
            made.run = experiment_.runs.size(); // the finest level's is the last
            experiment_.runs.push_back(std::move(result));
        }
    }

    /// A photo from outside costs a decoding and a pass as well; a few were timed.
    static void addTimes(const MadeContender& made, RunResult& result) {
        std::erase_if(result.times, [](const StageTime& time) { return time.p95 <= 0; });
        const auto median = [&](std::string_view stage) {
            const auto found = std::ranges::find(result.times, stage, &StageTime::stage);
            return found == result.times.end() ? 0 : found->median;
        };
        result.msPerQuery = made.table != nullptr ? median("scan") + median("rerank") : median("total");
        if (made.table == nullptr)
            return;
        result.times.push_back(
            {"decode", quantile(made.table->decodeMs, .5), quantile(made.table->decodeMs, .95)});
        result.times.push_back(
            {"extract", quantile(made.table->extractMs, .5), quantile(made.table->extractMs, .95)});
        const auto total = std::ranges::find(result.times, "total", &StageTime::stage);
        if (total == result.times.end())
            return;
        total->median += quantile(made.table->extractMs, .5);
        total->p95 += quantile(made.table->extractMs, .95);
    }

    Result<void> runRobustness() {
        if (!set_.boxes.empty()) {
            experiment_.warnings.emplace_back("Robustness is measured on whole photos alone, not on boxes.");
            return {};
        }
        RobustnessRun robustness(set_, experiment_.options, tables_, decoder_, control_);
        const auto outcome = robustness.run(contenders_, [this](double share, const std::string& what) {
            tell(share, "Robustness: " + what);
        });
        if (!outcome)
            return outcome.error();
        for (std::size_t i = 0; i < contenders_.size(); ++i)
            experiment_.runs[contenders_[i].run].robustness = (*outcome)[i];
        return {};
    }

    const ExperimentWatch& watch_;
    ExperimentControl& control_;
    const ExperimentSet set_;
    Experiment experiment_;
    FeatureTables tables_;
    ContenderFactory factory_;
    Decoder decoder_;
    std::vector<MadeContender> contenders_;
    double base_ = 0;
    double part_ = 1;
};

} // namespace

Result<Experiment> runExperiment(const Database& database, const ExperimentOptions& options,
                                 const ExperimentSetup& setup, const ExperimentWatch& watch,
                                 ExperimentControl& control) {
    auto set = makeExperimentSet(database, options);
    if (!set)
        return set.error();
    Experiment experiment;
    experiment.options = options;
    experiment.date = nowInUtc();
    experiment.version = setup.version;
    experiment.library = pathText(database.file());
    experiment.truth = set->truth;
    experiment.separated = set->separated;
    experiment.separation = separationText(set->separated, inEnglish);
    experiment.warnings = set->warnings;
    experiment.versions["engine"] = engineName(setup.engine);
    experiment.versions["cores"] = std::to_string(std::thread::hardware_concurrency());
    return Run(database, setup, watch, control, *std::move(set), std::move(experiment)).run();
}

} // namespace likeness
