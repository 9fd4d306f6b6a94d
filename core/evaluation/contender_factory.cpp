// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/contender_factory.h"

#include "core/library/codebook_repository.h"
#include "core/library/index_loading.h"
#include "core/library/photo_repository.h"
#include "core/library/training_loading.h"
#include "core/library/window_repository.h"

#include <algorithm>

namespace likeness {
namespace {

constexpr std::string_view smallCnn = "small-cnn";
constexpr std::string_view smallCnnPack = "small-cnn-224";
constexpr std::string_view deepUnlabelled = "deep-unlabelled";

SearchMode modeOf(const std::string& granularity) {
    if (granularity == "region")
        return SearchMode::Region;
    if (granularity == "part")
        return SearchMode::Part;
    return granularity == "fused" ? SearchMode::Fused : SearchMode::Whole;
}

Ranking rankingOf(const std::string& rank) {
    return rank == "codes" ? Ranking::Codes : Ranking::Full;
}

/// Every method at every length; the codebook in use where there are none.
void addMethods(const ExperimentOptions& options, const ContenderPlan& plan,
                std::vector<ContenderPlan>& plans) {
    if (options.methods.empty())
        plans.push_back(plan);
    for (const std::string& method : options.methods)
        for (const int bits : options.bits) {
            plans.push_back(plan);
            plans.back().result.method = method;
            plans.back().result.bits = bits;
        }
}

/// Whole photos are ranked in every way that is asked for, places in the first. Several granularities fused
/// have no method of their own.
void addPlans(const ExperimentOptions& options, const std::string& pack, const std::string& granularity,
              std::vector<ContenderPlan>& plans) {
    ContenderPlan plan;
    plan.result.pack = pack;
    plan.result.granularity = granularity;
    plan.result.rank = options.ranks.front();
    if (granularity != "global")
        plan.kind = ContenderPlan::Kind::Windows;
    if (granularity == "fused")
        plans.push_back(plan);
    if (granularity == "region" || granularity == "part")
        addMethods(options, plan, plans);
    if (granularity != "global")
        return;
    std::vector<ContenderPlan> byMethod;
    addMethods(options, plan, byMethod);
    for (ContenderPlan& each : byMethod)
        for (const std::string& rank : options.ranks) {
            each.result.rank = rank;
            plans.push_back(each);
        }
}

} // namespace

std::vector<std::string> experimentMethods() {
    std::vector<std::string> methods(trainableMethods.begin(), trainableMethods.end());
    methods.emplace_back(deepUnlabelled);
    return methods;
}

std::vector<std::string> experimentBaselines() {
    std::vector<std::string> names;
    for (const Baseline baseline : allBaselines)
        names.emplace_back(baselineName(baseline));
    names.emplace_back(smallCnn);
    return names;
}

std::vector<ContenderPlan> plansOf(const ExperimentOptions& options) {
    std::vector<ContenderPlan> plans;
    for (const std::string& pack : options.packs.empty() ? std::vector<std::string>{""} : options.packs)
        for (const std::string& granularity : options.granularities)
            addPlans(options, pack, granularity, plans);
    for (const std::string& baseline : options.baselines) {
        RunResult result;
        result.method = baseline;
        result.granularity = "global";
        result.rank = "codes";
        plans.push_back(
            {baseline == smallCnn ? ContenderPlan::Kind::SmallCnn : ContenderPlan::Kind::Baseline, result});
    }
    return plans;
}

Result<MadeContender> ContenderFactory::make(const ContenderPlan& plan,
                                             const FeatureTables::Progress& progress) {
    switch (plan.kind) {
    case ContenderPlan::Kind::Codes:
        return makeCodes(plan, progress);
    case ContenderPlan::Kind::Windows:
        return makeWindows(plan, progress);
    case ContenderPlan::Kind::Baseline:
        return makeBaseline(plan, progress);
    case ContenderPlan::Kind::SmallCnn:
        return makeSmallCnn(plan, progress);
    }
    return makeError(ErrorCode::InvalidArgument, {"an unknown contender"});
}

Result<ContenderFactory::OpenedPack*> ContenderFactory::openPack(const std::string& name) {
    if (const auto known = packs_.find(name); known != packs_.end())
        return &known->second;
    const auto full = name.empty() ? libraryPackName(database_) : Result<std::string>(name);
    if (!full)
        return full.error();
    const auto pack = libraryPack(database_, *full);
    if (!pack)
        return pack.error();
    auto recipe = libraryRecipe(database_, *pack);
    auto own = loadRecipe(*pack);
    if (!recipe || !own)
        return !recipe ? recipe.error() : own.error();
    OpenedPack opened;
    opened.recipe = *std::move(recipe);
    opened.own = *std::move(own);
    return &packs_.emplace(name, std::move(opened)).first->second;
}

Result<ContenderFactory::EnginePtr> ContenderFactory::openEngine(OpenedPack& pack, const Database& database,
                                                                 std::shared_ptr<const Recipe> recipe,
                                                                 std::unique_ptr<WindowTrial> trial) {
    auto indexes = loadIndexes(database, *recipe);
    if (!indexes)
        return indexes.error();
    if (!pack.backbone) {
        auto network = openBackbone(recipe->pack(), setup_.engine);
        if (!network)
            return network.error();
        pack.backbone = std::move(network->backbone);
    }
    auto opened = std::make_shared<OpenedEngine>();
    opened->trial = std::move(trial);
    opened->indexes = *std::move(indexes);
    opened->engine = std::make_unique<SearchEngine>(database, *opened->indexes, std::move(recipe),
                                                    pack.backbone.get(), setup_.limits);
    return EnginePtr(std::move(opened));
}

Result<ContenderFactory::EnginePtr> ContenderFactory::engineFor(OpenedPack& pack, const RunResult& wanted,
                                                                const FeatureTables::Progress& progress) {
    if (wanted.method.empty() && pack.ofLibrary)
        return pack.ofLibrary;
    if (wanted.method.empty()) {
        auto opened = openEngine(pack, database_, pack.recipe);
        if (opened)
            pack.ofLibrary = *opened;
        return opened;
    }
    WindowTrialOrder order;
    order.granularity = *granularityFromName(wanted.granularity);
    order.method = wanted.method == deepUnlabelled ? "deep" : wanted.method;
    order.bits = wanted.bits;
    order.seed = options_.seed;
    for (const auto& [photo, labels] : set_.learned)
        order.learned.push_back(photo);
    auto trial =
        WindowTrial::make(database_, *pack.own, order, setup_.engine, setup_.limits, progress, control_);
    if (!trial)
        return trial.error();
    const Database& copy = (*trial)->database();
    const auto recipe = (*trial)->recipe();
    return openEngine(pack, copy, recipe, *std::move(trial));
}

/// The library's, or one of a codebook that is trained on the photos that are set apart for it.
Result<std::shared_ptr<const Recipe>> ContenderFactory::recipeFor(OpenedPack& pack, const RunResult& wanted) {
    if (wanted.method.empty())
        return pack.recipe;
    if (!pack.training) {
        auto data = loadTrainingData(database_, pack.own->pack(), {10'000, options_.seed}, set_.learned);
        if (!data)
            return data.error();
        pack.training = std::make_unique<TrainingData>(*std::move(data));
    }
    CodebookTrainingOptions training;
    training.method = wanted.method == deepUnlabelled ? "deep" : wanted.method;
    training.bits = wanted.bits;
    training.seed = options_.seed;
    training.supervised.schedule.seed = options_.seed;
    TrainingData data = *pack.training;
    if (wanted.method == deepUnlabelled)
        data.labels.clear();
    const auto trained = trainCodebook(data, training, pack.own->pack(), pack.own->codebook());
    if (!trained)
        return trained.error();
    return recipeWith(trained->codebook, *pack.own);
}

Result<MadeContender> ContenderFactory::makeCodes(const ContenderPlan& plan,
                                                  const FeatureTables::Progress& progress) {
    const auto pack = openPack(plan.result.pack);
    if (!pack)
        return pack.error();
    auto extractor = networkExtractor((*pack)->recipe->pack(), setup_.engine);
    if (!extractor)
        return extractor.error();
    const auto table = tables_.table(*std::move(extractor), progress);
    if (!table)
        return table.error();
    const auto recipe = recipeFor(**pack, plan.result);
    if (!recipe)
        return recipe.error();
    MadeContender made{nullptr, codesContender(*recipe, rankingOf(plan.result.rank), (*table)->rows), *table,
                       plan.result, 0};
    const Codebook& codebook = (*recipe)->codebook();
    made.result.pack = (*recipe)->pack().name;
    if (made.result.method.empty())
        made.result.method = codebook.encoder->method();
    made.result.bits = codebook.encoder->bits();
    made.result.fittedOn = codebook.fittedOn;
    made.result.fingerprint = (*recipe)->fingerprint();
    return made;
}

Result<double> ContenderFactory::windowBytes(const Database& database, const Recipe& recipe,
                                             const std::string& granularity) const {
    double bytes = granularity == "fused" ? recipe.codebook().encoder->bits() / 8.0 : 0;
    const PhotoId photo = set_.photos.front().id;
    for (const Granularity one : {Granularity::Region, Granularity::Part}) {
        if (granularity != "fused" && granularity != granularityName(one))
            continue;
        const auto codes = WindowRepository(database, recipe).codes(one, std::span(&photo, 1));
        if (!codes)
            return codes.error();
        const Codebook* codebook = recipe.codebook(one);
        constexpr double windowNumber = 2; // of a spot
        if (codebook != nullptr && !codes->empty())
            bytes += static_cast<double>(codes->front().codes.words.size() * sizeof(std::uint64_t)) +
                     (one == Granularity::Part
                          ? windowNumber * static_cast<double>(codes->front().codes.windows.size())
                          : 0);
    }
    return bytes;
}

Result<MadeContender> ContenderFactory::makeWindows(const ContenderPlan& plan,
                                                    const FeatureTables::Progress& progress) {
    const auto pack = openPack(plan.result.pack);
    if (!pack)
        return pack.error();
    auto opened = engineFor(**pack, plan.result, progress);
    if (!opened)
        return opened.error();
    const OpenedEngine& engine = **opened;
    const Recipe& recipe = engine.trial ? *engine.trial->recipe() : *(*pack)->recipe;
    const Granularity granularity =
        plan.result.granularity == "part" ? Granularity::Part : Granularity::Region;
    const Codebook* const codebook = recipe.codebook(granularity);
    if (codebook == nullptr)
        return makeError(ErrorCode::GranularityMissing,
                         {recipe.pack().name, std::string(granularityName(granularity))});
    const auto counts = PhotoRepository(database_).counts();
    const auto bytes =
        windowBytes(engine.trial ? engine.trial->database() : database_, recipe, plan.result.granularity);
    if (!counts || !bytes)
        return !counts ? counts.error() : bytes.error();
    MadeContender made{*opened,
                       engineContender(*engine.engine, modeOf(plan.result.granularity),
                                       rankingOf(plan.result.rank), set_.photos,
                                       static_cast<std::size_t>(counts->photos), *bytes),
                       nullptr, plan.result, 0};
    made.result.pack = recipe.pack().name;
    if (made.result.method.empty())
        made.result.method = codebook->encoder->method();
    made.result.bits = codebook->encoder->bits();
    made.result.fittedOn = codebook->fittedOn;
    made.result.fingerprint = recipe.fingerprint(granularity);
    return made;
}

Result<MadeContender> ContenderFactory::makeBaseline(const ContenderPlan& plan,
                                                     const FeatureTables::Progress& progress) {
    const auto* const baseline = std::ranges::find(allBaselines, plan.result.method, baselineName);
    if (baseline == allBaselines.end())
        return makeError(ErrorCode::InvalidArgument, {"there is no baseline \"" + plan.result.method + "\""});
    const auto table = tables_.table(baselineExtractor(*baseline), progress);
    if (!table)
        return table.error();
    MadeContender made{nullptr,
                       *baseline == Baseline::PHash ? signContender((*table)->rows)
                                                    : cosineContender((*table)->rows),
                       *table, plan.result, 0};
    made.result.bits = *baseline == Baseline::PHash ? 64 : 0;
    made.result.fingerprint = (*table)->extractor->kind();
    return made;
}

Result<MadeContender> ContenderFactory::makeSmallCnn(const ContenderPlan& plan,
                                                     const FeatureTables::Progress& progress) {
    const auto pack = findModelPack(smallCnnPack);
    if (!pack)
        return pack.error();
    const auto recipe = loadRecipe(*pack);
    if (!recipe)
        return recipe.error();
    auto extractor = networkExtractor(*pack, setup_.engine);
    if (!extractor)
        return extractor.error();
    const auto table = tables_.table(*std::move(extractor), progress);
    if (!table)
        return table.error();
    MadeContender made{nullptr, codesContender(*recipe, Ranking::Codes, (*table)->rows), *table, plan.result,
                       0};
    made.result.bits = (*recipe)->codebook().encoder->bits();
    made.result.fittedOn = (*recipe)->codebook().fittedOn;
    made.result.fingerprint = (*recipe)->fingerprint();
    return made;
}

} // namespace likeness
