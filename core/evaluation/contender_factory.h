// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/contender.h"
#include "core/evaluation/experiment.h"
#include "core/evaluation/experiment_runner.h"
#include "core/evaluation/feature_tables.h"
#include "core/evaluation/window_trial.h"
#include "core/hashing/codebook_training.h"
#include "core/index/live_indexes.h"
#include "core/search/search_engine.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace likeness {

/// A contender that is to be made: what of its result is known beforehand.
struct ContenderPlan {
    enum class Kind { Codes, Windows, Baseline, SmallCnn } kind = Kind::Codes;
    RunResult result;
};

/// What searches of a contender go through, in the order in which it is made.
struct OpenedEngine {
    std::unique_ptr<WindowTrial> trial; // null: the library itself is searched
    std::unique_ptr<LiveIndexes> indexes;
    std::unique_ptr<SearchEngine> engine;
};

struct MadeContender {
    std::shared_ptr<const OpenedEngine> opened; // null where it goes through none; outlives the contender
    std::unique_ptr<Contender> contender;
    const FeatureTable* table = nullptr; // null where it goes through the engine
    RunResult result;                    // names it
    std::size_t run = 0;                 // its place in Experiment::runs
};

/// Every combination that the options name, in the order in which it is shown.
std::vector<ContenderPlan> plansOf(const ExperimentOptions& options);

/// Makes contenders: loads and trains codebooks, opens engines. Keeps what several of them need.
class ContenderFactory {
public:
    /// All outlive the factory and what it makes.
    ContenderFactory(const Database& database, const ExperimentSet& set, const ExperimentOptions& options,
                     const ExperimentSetup& setup, FeatureTables& tables, ExperimentControl& control)
        : database_(database),
          set_(set),
          options_(options),
          setup_(setup),
          tables_(tables),
          control_(control) {}

    /// Errors of trainCodebook, FeatureTables, SearchEngine, findModelPack.
    Result<MadeContender> make(const ContenderPlan& plan, const FeatureTables::Progress& progress);

private:
    struct OpenedPack {
        std::shared_ptr<const Recipe> recipe; // with the codebooks that the library has chosen
        std::shared_ptr<const Recipe> own;    // with those of the pack
        std::unique_ptr<TrainingData> training;
        std::unique_ptr<Backbone> backbone;            // of all its engines
        std::shared_ptr<const OpenedEngine> ofLibrary; // null until it is wanted
    };
    using EnginePtr = std::shared_ptr<const OpenedEngine>;
    Result<OpenedPack*> openPack(const std::string& name);
    Result<EnginePtr> openEngine(OpenedPack& pack, const Database& database,
                                 std::shared_ptr<const Recipe> recipe,
                                 std::unique_ptr<WindowTrial> trial = nullptr);
    /// Of the library's windows, or of those of a codebook that is trained here.
    Result<EnginePtr> engineFor(OpenedPack& pack, const RunResult& wanted,
                                const FeatureTables::Progress& progress);
    Result<std::shared_ptr<const Recipe>> recipeFor(OpenedPack& pack, const RunResult& wanted);
    Result<MadeContender> makeCodes(const ContenderPlan& plan, const FeatureTables::Progress& progress);
    Result<MadeContender> makeWindows(const ContenderPlan& plan, const FeatureTables::Progress& progress);
    Result<MadeContender> makeBaseline(const ContenderPlan& plan, const FeatureTables::Progress& progress);
    Result<MadeContender> makeSmallCnn(const ContenderPlan& plan, const FeatureTables::Progress& progress);
    Result<double> windowBytes(const Database& database, const Recipe& recipe,
                               const std::string& granularity) const;

    const Database& database_;
    const ExperimentSet& set_;
    const ExperimentOptions& options_;
    const ExperimentSetup& setup_;
    FeatureTables& tables_;
    ExperimentControl& control_;
    std::map<std::string, OpenedPack> packs_;
};

} // namespace likeness
