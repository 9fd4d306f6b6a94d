// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "core/evaluation/evaluator.h"
#include "core/library/photo_repository.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <stop_token>

namespace likeness::cli {
namespace {

struct EvaluateArguments {
    explicit EvaluateArguments(CLI::App& syntax) : rank(syntax) {
        syntax.add_option("--labels", labels, "What makes photos alike: folders, the folder that holds them")
            ->check(CLI::IsMember({"folders"}))
            ->capture_default_str();
        syntax.add_option("--top", top, "Sets how many are re-ranked: the nearest max(200, 5 x N)")
            ->check(CLI::Range(1, 1'000'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    std::string labels = "folders";
    std::size_t top = EvaluationOptions{}.top;
    bool json = false;
    RankArgument rank;
};

Result<Evaluation> evaluate(const GlobalOptions& options, const EvaluateArguments& arguments,
                            const Interruption& interruption) {
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto recipe = loadDefaultRecipe();
    if (!recipe)
        return recipe.error();
    const auto photos = PhotoRepository(*database).photos();
    if (!photos)
        return photos.error();

    ProgressLine line;
    std::stop_source stop;
    const auto progress = [&](double share) {
        line.show("Evaluating", share, {});
        if (interruption.signal() != 0)
            stop.request_stop();
    };
    auto evaluation = evaluateLibrary(*database, **recipe, labelsFromFolders(*photos),
                                      {arguments.rank.ranking(), arguments.top}, progress, stop.get_token());
    line.clear();
    return evaluation;
}

nlohmann::ordered_json toJson(const Evaluation& evaluation, const EvaluateArguments& arguments) {
    return {{"map", evaluation.map},
            {"precision_at_1", evaluation.precisionAt1},
            {"queries", evaluation.queries},
            {"photos", evaluation.photos},
            {"ms_per_query", rounded(evaluation.msPerQuery, 4)},
            {"without_match", evaluation.withoutMatch},
            {"labels", arguments.labels},
            {"rank", arguments.rank.name()}};
}

void print(const Evaluation& evaluation, const EvaluateArguments& arguments) {
    printLine("mAP           " + decimal(evaluation.map, 4) + "  (rank " + arguments.rank.name() +
              ", expected over ties)");
    printLine("precision@1   " + decimal(evaluation.precisionAt1, 4));
    printLine("queries       " + std::to_string(evaluation.queries) + ", each against " +
              std::to_string(evaluation.photos - 1) + " photos");
    if (evaluation.withoutMatch > 0)
        printLine("left out      " + std::to_string(evaluation.withoutMatch) + ", alone with their label");
    printLine("ms per query  " + decimal(evaluation.msPerQuery, 3));
}

int run(const GlobalOptions& options, const EvaluateArguments& arguments) {
    const Interruption interruption;
    const auto evaluation = evaluate(options, arguments, interruption);
    if (interruption.signal() != 0)
        return exitCodeOfSignal(interruption.signal());
    if (!evaluation)
        return fail(evaluation.error());
    if (arguments.json)
        printJson(toJson(*evaluation, arguments));
    else
        print(*evaluation, arguments);
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
