// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/evaluation/box_evaluator.h"
#include "core/evaluation/calibration_error.h"
#include "core/features/engine_choice.h"
#include "core/hashing/calibration_fit.h"
#include "core/library/codebook_repository.h"
#include "core/library/index_loading.h"
#include "core/library/photo_repository.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <thread>

namespace likeness::training {
namespace {

struct Settings {
    std::string pack{defaultPackName};
    std::vector<std::string> yolo;
    std::vector<std::string> coco;
    std::string granularity;
    std::vector<std::string> excluded;
    double minArea = 0;
    double maxArea = 1;
    std::string output;
};

void describe(CLI::App& program, Settings& settings) {
    program.add_option("--pack", settings.pack, "Model pack that the libraries are indexed with")
        ->capture_default_str();
    program.add_option("--yolo", settings.yolo, "Libraries of photos with YOLO boxes")->type_name("FILE");
    program.add_option("--coco", settings.coco, "Libraries of photos with COCO boxes")->type_name("FILE");
    program.add_option("--granularity", settings.granularity, "What is calibrated")
        ->check(CLI::IsMember({"region", "part"}))
        ->required();
    program.add_option("--exclude", settings.excluded, "Leave out a class")->type_name("NAME");
    program.add_option("--min-area", settings.minArea, "Smallest box that is a query")->capture_default_str();
    program.add_option("--max-area", settings.maxArea, "Largest box that is a query")->capture_default_str();
    program.add_option("--out", settings.output, "Codebook file to write")->required();
}

/// A kind of score that is calibrated.
struct ScoreKind {
    const char* name;
    Ranking ranking;
    Rerank rerank;
};
constexpr ScoreKind full{"full", Ranking::Full, Rerank::Asymmetric};
constexpr ScoreKind codes{"codes", Ranking::Codes, Rerank::Asymmetric};
constexpr ScoreKind expansion{"expansion", Ranking::Full, Rerank::Expansion};

/// The pairs of one set. They weigh 1 together, so that each set counts alike.
struct JudgedSet {
    std::string name;
    std::vector<ScoredPair> pairs;
};

struct Library {
    Database database;
    std::shared_ptr<const Recipe> recipe;
    std::unique_ptr<LiveIndexes> indexes;
};

Result<Library> open(const std::string& file, const ModelPack& pack) {
    auto database = Database::open(file, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    auto recipe = libraryRecipe(*database, pack);
    if (!recipe)
        return recipe.error();
    auto indexes = loadIndexes(*database, **recipe);
    if (!indexes)
        return indexes.error();
    return Library{*std::move(database), *std::move(recipe), *std::move(indexes)};
}

Result<JudgedSet> judge(const std::string& file, bool isYolo, const ScoreKind& kind, const ModelPack& pack,
                        const Settings& settings) {
    auto library = open(file, pack);
    if (!library)
        return library.error();
    const auto photos = PhotoRepository(library->database).photos();
    if (!photos)
        return photos.error();
    const auto truth = isYolo ? boxesFromYolo(*photos) : boxesFromCoco(*photos);
    if (!truth)
        return truth.error();
    setThreadsPerPass(static_cast<int>(std::thread::hardware_concurrency()));
    auto network = openBackbone(library->recipe->pack(), fastestEngine(library->recipe->pack()));
    if (!network)
        return network.error();
    SearchEngine engine(library->database, *library->indexes, library->recipe, network->backbone.get());
    BoxEvaluationOptions options;
    options.request.mode = settings.granularity == "region" ? SearchMode::Region : SearchMode::Part;
    options.request.ranking = kind.ranking;
    options.request.rerank = kind.rerank;
    options.minArea = settings.minArea;
    options.maxArea = settings.maxArea;
    options.excluded = {settings.excluded.begin(), settings.excluded.end()};
    std::vector<JudgedPair> pairs;
    const auto evaluated = evaluateBoxes(engine, *photos, *truth, options, {}, {}, &pairs);
    if (!evaluated)
        return evaluated.error();
    JudgedSet set{file, {}};
    for (const auto& [score, right] : pairs)
        set.pairs.push_back({score, right, 1.0 / static_cast<double>(pairs.size())});
    return set;
}

Calibration fitOn(const std::vector<JudgedSet>& sets, const JudgedSet* without = nullptr) {
    std::vector<ScoredPair> pairs;
    for (const JudgedSet& set : sets)
        if (&set != without)
            pairs.insert(pairs.end(), set.pairs.begin(), set.pairs.end());
    return fitCalibration(pairs);
}

double errorOn(const JudgedSet& set, const Calibration& calibration) {
    CalibrationError error;
    for (const ScoredPair& pair : set.pairs)
        error.add(calibration.similarity(pair.score), pair.alike ? 1 : 0);
    return error.value();
}

/// Fits on all sets, and tells how far off each set is, also where it was left out.
Result<Calibration> calibrated(const ScoreKind& kind, const ModelPack& pack, const Settings& settings) {
    std::vector<JudgedSet> sets;
    for (const bool isYolo : {true, false})
        for (const std::string& file : isYolo ? settings.yolo : settings.coco) {
            auto set = judge(file, isYolo, kind, pack, settings);
            if (!set)
                return set.error();
            sets.push_back(*std::move(set));
        }
    const Calibration all = fitOn(sets);
    std::cout << kind.name << ": slope " << all.slope << ", offset " << all.offset << '\n';
    for (const JudgedSet& set : sets)
        std::cout << "  " << set.name << ": expected calibration error " << errorOn(set, all) << '\n';
    for (const JudgedSet& set : sets)
        if (sets.size() > 1)
            std::cout << "  " << set.name << ", left out: " << errorOn(set, fitOn(sets, &set)) << '\n';
    return all;
}

Result<void> run(const Settings& settings) {
    const auto pack = findModelPack(settings.pack);
    if (!pack)
        return pack.error();
    const auto recipe = loadRecipe(*pack);
    if (!recipe)
        return recipe.error();
    const Codebook* const known = (*recipe)->codebook(*granularityFromName(settings.granularity));
    if (known == nullptr)
        return makeError(ErrorCode::GranularityMissing, {pack->name, settings.granularity});
    Codebook codebook = *known;
    Calibrations& fitted = codebook.calibrations;
    for (const auto& [kind, into] :
         {std::pair{full, &fitted.full}, {codes, &fitted.codes}, {expansion, &fitted.expansion}}) {
        if (kind.rerank == Rerank::Expansion && codebook.granularity == Granularity::Part)
            continue; // parts aren't expanded
        const auto calibration = calibrated(kind, *pack, settings);
        if (!calibration)
            return calibration.error();
        *into = *calibration;
    }
    const auto saved = saveCodebook(codebook, settings.output);
    return saved ? Result<void>() : saved.error();
}

} // namespace
} // namespace likeness::training

int main(int argc, char** argv) {
    CLI::App program("Calibrates the similarities of regions or parts on libraries with labelled boxes");
    likeness::training::Settings settings;
    describe(program, settings);
    CLI11_PARSE(program, argc, argv);
    const auto done = likeness::training::run(settings);
    if (!done)
        std::cerr << likeness::errorText(done.error()) << '\n';
    return done ? 0 : 1;
}
