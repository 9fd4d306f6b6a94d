// SPDX-License-Identifier: GPL-3.0-or-later
// A library as a case: case (what it is, its log) and report.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/library_query.h"
#include "app/cli/output.h"
#include "core/base/error_text.h"
#include "core/base/path_text.h"
#include "core/casework/case_report.h"
#include "core/library/case_repository.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace likeness::cli {
namespace {

struct CaseArguments {
    explicit CaseArguments(CLI::App& syntax) {
        syntax.add_option("--title", title, "Name the case");
        syntax.add_option("--examiner", examiner, "Who works on it");
        syntax.add_option("--notes", notes, "What the report says of it");
        syntax.add_flag("--log", log, "Print what was done");
    }

    bool changes() const { return title || examiner || notes; }

    std::optional<std::string> title;
    std::optional<std::string> examiner;
    std::optional<std::string> notes;
    bool log = false;
};

Result<void> change(const CaseRepository& repository, const CaseArguments& arguments) {
    auto facts = repository.facts();
    if (!facts)
        return facts.error();
    facts->title = arguments.title.value_or(facts->title);
    facts->examiner = arguments.examiner.value_or(facts->examiner);
    facts->notes = arguments.notes.value_or(facts->notes);
    return repository.setFacts(*facts);
}

int printCase(const CaseRepository& repository) {
    const auto facts = repository.facts();
    if (!facts)
        return fail(facts.error());
    for (const auto& [name, text] :
         {std::pair("Title:    ", &facts->title), std::pair("Examiner: ", &facts->examiner),
          std::pair("Notes:    ", &facts->notes)})
        printLine(name + printableText(*text));
    return Success;
}

int printLog(const CaseRepository& repository) {
    const auto actions = repository.actions();
    if (!actions)
        return fail(actions.error());
    for (const CaseAction& action : *actions)
        printLine(utcText(action.doneAt) + "  " + actionText(action.kind, inEnglish) + "  " +
                  printableText(detailsText(action, inEnglish)));
    return Success;
}

int runCase(const GlobalOptions& options, const CaseArguments& arguments) {
    const auto database =
        Database::open(options.libraryFile, arguments.changes() ? OpenMode::Write : OpenMode::ReadOnly);
    if (!database)
        return fail(database.error());
    const CaseRepository repository(*database);
    if (arguments.changes())
        if (const auto changed = change(repository, arguments); !changed)
            return fail(changed.error());
    return arguments.log ? printLog(repository) : printCase(repository);
}

struct ReportArguments {
    explicit ReportArguments(CLI::App& syntax) : query(syntax) {
        syntax.add_option("--query", photo, "The photo to compare with")->required()->type_name("FILE");
        syntax.add_option("--out", out, "The report, an HTML file")->required()->type_name("FILE.html");
        syntax.add_option("--top", top, "How many results to show")
            ->check(CLI::Range(1, 1000))
            ->type_name("N")
            ->capture_default_str();
    }

    std::string photo;
    std::string out;
    std::size_t top = 20;
    LibraryQueryArguments query;
};

/// A library that can't be written can still be reported on.
void noteInLog(const GlobalOptions& options, const CaseReport& report, const std::filesystem::path& file) {
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    const auto logged = database ? logReport(*database, report, file) : database.error();
    if (!logged)
        printNote("The report is not in the log of the case. " + errorText(logged.error()));
}

Result<void> writeReport(const GlobalOptions& options, const ReportArguments& arguments,
                         const SearchRequest& request) {
    const std::filesystem::path file = absolutePath(arguments.out);
    const auto library = arguments.query.open(options);
    if (!library)
        return library.error();
    if (auto allowed = checkReportPlace(library->database, file); !allowed)
        return allowed.error();
    const auto result = askLibrary(options, *library, arguments.query, request);
    if (!result)
        return result.error();
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto report =
        makeCaseReport({library->database, *library->recipe, request, *result, LIKENESS_VERSION,
                        std::chrono::duration_cast<std::chrono::seconds>(now).count()});
    if (!report)
        return report.error();
    const std::string html = caseReportHtml(*report, inEnglish);
    if (auto written = writeFileAtomically(file, std::as_bytes(std::span(html))); !written)
        return written.error();
    noteInLog(options, *report, file);
    return {};
}

int runReport(const GlobalOptions& options, const ReportArguments& arguments) {
    auto request = arguments.query.request();
    if (!request) {
        fail(request.error());
        return WrongUsage;
    }
    request->query = absolutePath(arguments.photo);
    request->top = arguments.top;
    const auto written = writeReport(options, arguments, *request);
    if (!written)
        return fail(written.error());
    printLine(pathText(absolutePath(arguments.out)));
    return Success;
}

} // namespace

Command caseCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand("case", "Title, examiner, notes and log of a case");
    auto arguments = std::make_shared<CaseArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return runCase(options, *arguments); }};
}

Command reportCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("report", "Writes a query with its results and their proof as HTML");
    auto arguments = std::make_shared<ReportArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return runReport(options, *arguments); }};
}

} // namespace likeness::cli
