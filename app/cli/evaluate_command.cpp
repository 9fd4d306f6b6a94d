// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/experiment_run.h"
#include "app/cli/fused_pack.h"
#include "app/cli/interruption.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/search_arguments.h"
#include "core/evaluation/box_evaluator.h"
#include "core/evaluation/box_truth.h"
#include "core/evaluation/evaluator.h"
#include "core/evaluation/library_training.h"
#include "core/hashing/codebook_training.h"
#include "core/library/codebook_repository.h"
#include "core/library/photo_repository.h"
#include "core/library/training_loading.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace likeness::cli {
namespace {

struct EvaluateArguments {
    explicit EvaluateArguments(CLI::App& syntax) : comparison(syntax), experiment(syntax) {
        syntax
            .add_option(
                "--labels", labels,
                "What makes photos alike: folders, the folder that holds them, or tags, any that they share")
            ->check(CLI::IsMember({"folders", "tags", "verdicts"}))
            ->capture_default_str();
        syntax
            .add_option("--boxes", boxes, "Query each labelled box; photos with a box of its class are right")
            ->check(CLI::IsMember({"yolo", "coco"}));
        syntax.add_option("--granularity", granularities, "What is compared; several: one after the other")
            ->check(CLI::IsMember({"global", "region", "part", "fused"}))
            ->delimiter(',')
            ->capture_default_str();
        syntax.add_option("--min-area", minArea, "Smallest box, as a fraction of the photo's area")
            ->check(CLI::Range(0.0, 1.0));
        syntax.add_option("--max-area", maxArea, "Boxes are smaller than this")->check(CLI::Range(0.0, 1.0));
        syntax.add_option("--min-class-photos", minClassPhotos, "Photos that a class must occur in")
            ->capture_default_str();
        syntax.add_option("--exclude", excluded, "Leave out a class")->type_name("NAME");
        syntax
            .add_option("--method", method, "Hash method; one that the library has no codebook of is fitted")
            ->check(
                CLI::IsMember(std::vector<std::string>(trainableMethods.begin(), trainableMethods.end())));
        syntax.add_option("--bits", bits, "Code length; several, parted by commas, go with --methods")
            ->check(CLI::Range(16, 1024))
            ->delimiter(',')
            ->capture_default_str();
        syntax
            .add_option("--train-split", trainSplit,
                        "Learn from one half of the files of each class, by name, and test on the other")
            ->check(CLI::IsMember({"even", "odd"}));
        syntax.add_option("--top", top, "Sets how many are re-ranked: the nearest max(200, 5 x N)")
            ->check(CLI::Range(1, 1'000'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    /// What a box is searched by.
    SearchMode mode() const {
        const std::map<std::string, SearchMode> modes{{"global", SearchMode::Whole},
                                                      {"region", SearchMode::Region},
                                                      {"part", SearchMode::Part},
                                                      {"fused", SearchMode::Fused}};
        return modes.at(granularity());
    }

    const std::string& granularity() const { return granularities.front(); }

    /// Several ways to compare, or what only experiments can: see runExperimentCommand.
    bool wantsExperiment() const {
        return experiment.isWanted() || granularities.size() > 1 || bits.size() > 1;
    }

    /// The arguments that experiments share with a single evaluation.
    ExperimentOptions experimentOptions() const {
        ExperimentOptions options;
        options.labels = boxes.empty() ? labels : boxes;
        options.granularities = granularities;
        options.ranks = {comparison.rankName()};
        options.bits = bits;
        if (!method.empty())
            options.methods = {method};
        options.trainSplit = trainSplit;
        options.minArea = minArea;
        options.maxArea = maxArea;
        options.minClassPhotos = minClassPhotos;
        options.excluded = excluded;
        return options;
    }

    std::string labels = "folders";
    std::string boxes;
    std::vector<std::string> granularities{"global"};
    double minArea = 0;
    double maxArea = 1;
    int minClassPhotos = 2;
    std::vector<std::string> excluded;
    std::string method;
    std::vector<int> bits{256};
    std::string trainSplit;
    std::size_t top = EvaluationOptions{}.top;
    bool json = false;
    ComparisonArguments comparison;
    ExperimentArguments experiment;
};

/// Shows how far an evaluation is, and lets a signal stop it.
class ShownProgress {
public:
    explicit ShownProgress(const Interruption& interruption) : interruption_(interruption) {}
    ~ShownProgress() { line_.clear(); }
    ShownProgress(const ShownProgress&) = delete;
    ShownProgress& operator=(const ShownProgress&) = delete;
    ShownProgress(ShownProgress&&) = delete;
    ShownProgress& operator=(ShownProgress&&) = delete;

    void operator()(double share) {
        line_.show("Evaluating", share, {});
        if (interruption_.signal() != 0)
            stop_.request_stop();
    }
    std::stop_token stopToken() const { return stop_.get_token(); }

private:
    const Interruption& interruption_;
    ProgressLine line_;
    std::stop_source stop_;
};

using Json = nlohmann::ordered_json;

Json toJson(const Evaluation& evaluation, const EvaluateArguments& arguments) {
    return {{"map", evaluation.map},
            {"precision_at_1", evaluation.precisionAt1},
            {"calibration_error", rounded(evaluation.calibrationError, 4)},
            {"queries", evaluation.queries},
            {"photos", evaluation.photos},
            {"ms_per_query", rounded(evaluation.msPerQuery, 4)},
            {"without_match", evaluation.withoutMatch},
            {"labels", arguments.labels},
            {"granularity", arguments.granularity()},
            {"rank", arguments.comparison.rankName()}};
}

Json toJson(const BoxEvaluation& evaluation, const EvaluateArguments& arguments) {
    return {{"map", evaluation.map},
            {"precision_at_1", evaluation.precisionAt1},
            {"localisation", evaluation.localisation},
            {"calibration_error", rounded(evaluation.calibrationError, 4)},
            {"queries", evaluation.queries},
            {"photos", evaluation.photos},
            {"ms_per_query", rounded(evaluation.msPerQuery, 4)},
            {"boxes", arguments.boxes},
            {"granularity", arguments.granularity()},
            {"rank", arguments.comparison.rankName()}};
}

/// What is measured: on which photos, searched with what.
struct Test {
    GroundTruth truth;
    std::shared_ptr<const Recipe> recipe;
    Encoding encoding = Encoding::Stored;
};

/// The library's codebook of that method and length; where it has none, or one half of the photos is to be
/// learned from, a new one that is not kept.
Result<Codebook> codebookFor(const Database& database, const Recipe& recipe, const GroundTruth& learn,
                             const EvaluateArguments& arguments) {
    const bool split = !arguments.trainSplit.empty();
    if (!split) {
        auto known = CodebookRepository(database).find(Granularity::Global, arguments.method,
                                                       arguments.bits.front(), recipe.pack());
        if (known || known.error().code != ErrorCode::CodebookMissing)
            return known;
    }
    const TrainingLoadOptions load;
    const auto data = split ? loadTrainingData(database, recipe.pack(), load, learn.labelsOfPhoto)
                            : loadTrainingData(database, recipe.pack(), load);
    if (!data)
        return data.error();
    CodebookTrainingOptions training;
    training.method = arguments.method;
    training.bits = arguments.bits.front();
    auto trained = trainCodebook(*data, training, recipe.pack(), recipe.codebook());
    if (!trained)
        return trained.error();
    return std::move(trained->codebook);
}

LabelSource sourceOf(const std::string& labels) {
    if (labels == "tags")
        return LabelSource::Tags;
    return labels == "verdicts" ? LabelSource::Verdicts : LabelSource::Folders;
}

Result<Test> testOf(const Database& database, const std::vector<Photo>& photos,
                    const std::shared_ptr<const Recipe>& recipe, const EvaluateArguments& arguments) {
    auto truth = labelsOf(database, sourceOf(arguments.labels));
    if (!truth)
        return truth.error();
    Test test{*std::move(truth), recipe, Encoding::Stored};
    if (arguments.method.empty() && arguments.trainSplit.empty())
        return test;
    const GroundTruth all = test.truth;
    const Half learned = arguments.trainSplit == "odd" ? Half::Odd : Half::Even;
    if (!arguments.trainSplit.empty())
        test.truth = halfOf(all, photos, learned == Half::Even ? Half::Odd : Half::Even);
    test.encoding = Encoding::Anew;
    if (arguments.method.empty())
        return test;
    const auto codebook = codebookFor(database, *recipe, halfOf(all, photos, learned), arguments);
    if (!codebook)
        return codebook.error();
    auto other = recipeWith(*codebook, *recipe);
    if (!other)
        return other.error();
    test.recipe = *std::move(other);
    return test;
}

/// What photos are compared by: the test's recipe, and that of the pack it is fused with.
Result<std::vector<std::shared_ptr<const Recipe>>> recipesOf(const Database& database, const Test& test,
                                                             const EvaluateArguments& arguments) {
    std::vector<std::shared_ptr<const Recipe>> recipes{test.recipe};
    if (arguments.comparison.fusedPack().empty())
        return recipes;
    auto other = recipeOfPack(database, arguments.comparison.fusedPack());
    if (!other)
        return other.error();
    recipes.push_back(*std::move(other));
    return recipes;
}

Result<Json> evaluateLabels(const GlobalOptions& options, const EvaluateArguments& arguments,
                            const SearchRequest& request, ShownProgress& progress) {
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto recipe = recipeOf(*database, options);
    if (!recipe)
        return recipe.error();
    const auto photos = PhotoRepository(*database).photos();
    if (!photos)
        return photos.error();
    const auto test = testOf(*database, *photos, *recipe, arguments);
    if (!test)
        return test.error();
    const auto recipes = recipesOf(*database, *test, arguments);
    if (!recipes)
        return recipes.error();
    std::vector<const Recipe*> packs;
    for (const auto& one : *recipes)
        packs.push_back(one.get());
    const auto evaluation = evaluateLibrary(*database, packs, test->truth,
                                            {request.ranking, request.rerank, arguments.top, test->encoding},
                                            std::ref(progress), progress.stopToken());
    if (!evaluation)
        return evaluation.error();
    Json json = toJson(*evaluation, arguments);
    const Codebook& codebook = test->recipe->codebook();
    json["method"] = codebook.encoder->method();
    json["bits"] = codebook.encoder->bits();
    json["fitted_on"] = codebook.fittedOn;
    for (const Recipe* pack : packs)
        json["packs"].push_back(pack->pack().name);
    return json;
}

Result<Json> evaluateBoxLabels(const GlobalOptions& options, const EvaluateArguments& arguments,
                               const SearchRequest& request, ShownProgress& progress) {
    auto library = openLibrary(options);
    if (!library)
        return library.error();
    auto photos = PhotoRepository(library->database).photos();
    if (!photos)
        return photos.error();
    std::erase_if(*photos,
                  [](const Photo& photo) { return photo.missing || photo.state != PhotoState::Indexed; });
    const auto truth = arguments.boxes == "yolo" ? boxesFromYolo(*photos) : boxesFromCoco(*photos);
    if (!truth)
        return truth.error();
    const auto network = openNetwork(library->recipe->pack(), options.engine);
    if (!network)
        return network.error();
    SearchEngine engine(library->database, *library->indexes, library->recipe, network->get(),
                        options.limits);
    const auto fused = fusePack(engine, library->database, arguments.comparison.fusedPack(), options);
    if (!fused)
        return fused.error();
    const BoxEvaluationOptions boxes{request,
                                     arguments.minArea,
                                     arguments.maxArea,
                                     arguments.minClassPhotos,
                                     {arguments.excluded.begin(), arguments.excluded.end()}};
    const auto evaluation =
        evaluateBoxes(engine, *photos, *truth, boxes, std::ref(progress), progress.stopToken());
    if (!evaluation)
        return evaluation.error();
    return toJson(*evaluation, arguments);
}

void print(const Json& evaluation) {
    const auto line = [&](const char* title, const char* key, int decimals) {
        if (evaluation.contains(key))
            printLine(title + decimal(evaluation.at(key).get<double>(), decimals));
    };
    constexpr int figures = 4;
    printLine("mAP                " + decimal(evaluation.at("map").get<double>(), figures) + "  (" +
              evaluation.at("granularity").get<std::string>() + ", rank " +
              evaluation.at("rank").get<std::string>() + ", expected over ties)");
    line("precision@1        ", "precision_at_1", figures);
    line("localisation       ", "localisation", figures);
    line("calibration error  ", "calibration_error", figures);
    printLine("queries            " + evaluation.at("queries").dump() + ", each against " +
              std::to_string(evaluation.at("photos").get<std::int64_t>() - 1) + " photos");
    if (evaluation.value("without_match", std::int64_t{0}) > 0)
        printLine("left out           " + evaluation.at("without_match").dump() + ", alone with their label");
    line("ms per query       ", "ms_per_query", 3);
}

Result<Json> evaluate(const GlobalOptions& options, const EvaluateArguments& arguments,
                      const SearchRequest& request, const Interruption& interruption) {
    ShownProgress progress(interruption);
    return arguments.boxes.empty() ? evaluateLabels(options, arguments, request, progress)
                                   : evaluateBoxLabels(options, arguments, request, progress);
}

int run(const GlobalOptions& options, const EvaluateArguments& arguments) {
    if (arguments.wantsExperiment())
        return runExperimentCommand(options, arguments.experiment, arguments.experimentOptions(),
                                    arguments.json ? ExperimentOutput::Json : ExperimentOutput::Text);
    auto request = arguments.comparison.request();
    if (request && arguments.boxes.empty() && arguments.granularity() != "global")
        request = makeError(ErrorCode::InvalidArgument, {"--granularity needs --boxes"});
    if (!request) {
        fail(request.error());
        return WrongUsage;
    }
    request->mode = arguments.mode();
    const Interruption interruption;
    const auto evaluation = evaluate(options, arguments, *request, interruption);
    if (interruption.signal() != 0)
        return exitCodeOfSignal(interruption.signal());
    if (!evaluation)
        return fail(evaluation.error());
    if (arguments.json)
        printJson(*evaluation);
    else
        print(*evaluation);
    return Success;
}

} // namespace

Command evaluateCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("evaluate", "Measures how well the library finds photos of a label");
    auto arguments = std::make_shared<EvaluateArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
