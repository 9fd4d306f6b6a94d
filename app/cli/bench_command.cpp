// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_duplicates_command.h"
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/indexing_stages.h"
#include "app/cli/interruption.h"
#include "app/cli/loading_bench.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/query_bench.h"
#include "core/base/path_text.h"
#include "core/evaluation/statistics.h"
#include "core/features/engine_choice.h"
#include "core/image/photo_formats.h"
#include "core/library/photo_repository.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iomanip>
#include <memory>
#include <optional>
#include <sstream>
#include <vector>

namespace likeness::cli {
namespace {

struct BenchArguments {
    explicit BenchArguments(CLI::App& syntax) {
        syntax.add_option("--photos", photos, "How many photos of the library to query")
            ->check(CLI::Range(1, 1'000'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_option("--data", data, "Query by the photos of this folder instead, which may be outside")
            ->type_name("FOLDER");
        syntax.add_option("--top", top, "Results of a query")
            ->check(CLI::Range(1, 1'000'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    std::size_t photos = 50;
    std::filesystem::path data;
    std::size_t top = 100;
    bool json = false;
};

struct Measurement {
    std::size_t librarySize = 0;
    std::vector<QuerySample> samples;
    std::vector<EngineSpeed> engines;
    IndexingStages indexing;
    LoadingTime loading;

    /// Of the samples that have the value.
    double median(const std::function<std::optional<double>(const QuerySample&)>& value) const {
        std::vector<double> values;
        for (const QuerySample& sample : samples)
            if (const auto found = value(sample))
                values.push_back(*found);
        return quantile(values, .5);
    }
};

/// Photos spread evenly over those of the library that can be decoded. LibraryEmpty.
Result<std::vector<std::filesystem::path>> chosenFiles(const Database& database, std::size_t count) {
    auto photos = PhotoRepository(database).photos();
    if (!photos)
        return photos.error();
    std::erase_if(*photos,
                  [](const Photo& photo) { return photo.missing || photo.state != PhotoState::Indexed; });
    if (photos->empty())
        return makeError(ErrorCode::LibraryEmpty, {pathText(database.file())});
    std::vector<std::filesystem::path> files;
    count = std::min(count, photos->size());
    for (std::size_t i = 0; i < count; ++i)
        files.push_back((*photos)[i * photos->size() / count].file);
    return files;
}

/// The photo files of a folder, by name. LibraryEmpty where there is none.
Result<std::vector<std::filesystem::path>> filesOf(const std::filesystem::path& folder, std::size_t count) {
    std::vector<std::filesystem::path> files;
    std::error_code reason;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, reason))
        if (entry.is_regular_file() && fileKindBySuffix(entry.path()) != FileKind::Other)
            files.push_back(entry.path());
    if (files.empty())
        return makeError(ErrorCode::LibraryEmpty, {pathText(folder)});
    std::ranges::sort(files);
    files.resize(std::min(files.size(), count));
    return files;
}

Result<Measurement> measure(const GlobalOptions& options, const BenchArguments& arguments,
                            const Interruption& interruption) {
    auto library = openLibrary(options);
    if (!library)
        return library.error();
    const auto files = arguments.data.empty() ? chosenFiles(library->database, arguments.photos)
                                              : filesOf(arguments.data, arguments.photos);
    if (!files)
        return files.error();
    const auto network = openNetwork(library->recipe->pack(), options.engine);
    if (!network)
        return network.error();

    QueryBench bench(*library, **network, options.limits, arguments.top);
    ProgressLine line;
    Measurement measurement;
    measurement.librarySize = library->indexes->global.size();
    const auto loading = measureLoading(library->database, *library->recipe);
    if (!loading)
        return loading.error();
    measurement.loading = *loading;
    for (const std::filesystem::path& file : *files) {
        if (interruption.signal() != 0)
            return makeError(ErrorCode::Cancelled);
        line.show("Timing",
                  static_cast<double>(measurement.samples.size()) / static_cast<double>(files->size()), {});
        auto sample = bench.measure(file);
        if (!sample)
            return sample.error();
        measurement.samples.push_back(*sample);
    }
    line.clear();
    const auto indexing = measureIndexing(*files, *library->recipe, **network, options.limits);
    if (!indexing)
        return indexing.error();
    measurement.indexing = *indexing;
    measurement.engines = measureEngines(library->recipe->pack());
    return measurement;
}

struct Figure {
    const char* key;
    const char* title;
    double value;
};

using Query = std::function<std::optional<QueryTime>(const QuerySample&)>;

/// `ratio`: how many times as long as one pass of the network.
std::vector<Figure> figures(const Measurement& measured, const Query& query) {
    const auto median = [&](auto value) {
        return measured.median([&](const QuerySample& sample) -> std::optional<double> {
            const auto time = query(sample);
            return time ? std::optional<double>(value(*time, sample)) : std::nullopt;
        });
    };
    const auto stage = [&](Milliseconds QueryTime::*member) {
        return median([=](const QueryTime& time, const QuerySample&) { return (time.*member).count(); });
    };
    std::vector<Figure> all{{"network", "network", stage(&QueryTime::network)},
                            {"encode", "encode", stage(&QueryTime::encode)},
                            {"scan", "scan", stage(&QueryTime::scan)},
                            {"rerank", "re-rank", stage(&QueryTime::rerank)}};
    const auto first = query(measured.samples.front());
    if (first && first->first)
        all.push_back({"first_ratio", "first answer / network pass",
                       median([](const QueryTime& time, const QuerySample& sample) {
                           return *time.first / sample.pass;
                       })});
    all.push_back({"answer", "answer", stage(&QueryTime::answer)});
    all.push_back(
        {"ratio", "answer / network pass",
         median([](const QueryTime& time, const QuerySample& sample) { return time.answer / sample.pass; })});
    return all;
}

std::vector<Figure> lookupFigures(const Measurement& measured) {
    return {
        {"scan", "all codes", measured.median([](const QuerySample& s) { return s.lookup.scan.count(); })},
        {"buckets", "buckets",
         measured.median([](const QuerySample& s) { return s.lookup.buckets.count(); })},
        {"recall", "recall of the buckets",
         measured.median([](const QuerySample& s) { return s.lookup.recall; })}};
}

std::vector<Figure> figures(const LoadingTime& loading) {
    std::vector<Figure> all{{"load", loading.fromSnapshot ? "snapshot" : "tables", loading.load.count()}};
    if (loading.fromSnapshot) {
        all.push_back({"read", "plain read of its bytes", loading.read.count()});
        all.push_back({"ratio", "read / load", loading.read / loading.load});
    }
    return all;
}

struct NamedQuery {
    const char* key;
    const char* title;
    Query query;
};

std::vector<NamedQuery> queries(const Measurement& measured) {
    std::vector<NamedQuery> all{
        {"whole", "Whole photo", [](const QuerySample& sample) { return std::optional(sample.whole); }}};
    if (measured.samples.front().region)
        all.push_back({"region", "Region, a third of the photo's sides",
                       [](const QuerySample& sample) { return sample.region; }});
    if (measured.samples.front().part)
        all.push_back({"part", "Part, one spot", [](const QuerySample& sample) { return sample.part; }});
    return all;
}

std::vector<Figure> figures(const Measurement& measured) {
    return {{"decode", "decode", measured.median([](const QuerySample& s) { return s.decode.count(); })},
            {"pass", "network pass", measured.median([](const QuerySample& s) { return s.pass.count(); })}};
}

/// What indexing does with a photo, on one thread.
std::vector<Figure> figures(const IndexingStages& stages) {
    return {{"decode", "decode", stages.decode},
            {"network", "network pass", stages.network},
            {"global", "code of the whole", stages.global},
            {"windows", "codes of regions, parts", stages.windows},
            {"share", "all codes / network pass", stages.encodingShare()}};
}

void print(const Figure& figure) {
    std::ostringstream line;
    line << "  " << std::left << std::setw(24) << figure.title << std::right << std::setw(9)
         << decimal(figure.value, 3);
    printLine(line.str());
}

void print(const Measurement& measured) {
    printLine("Medians over " + counted(static_cast<std::int64_t>(measured.samples.size()), "query photo") +
              " against " + std::to_string(measured.librarySize) + ", in ms; answers without decoding");
    for (const Figure& figure : figures(measured))
        print(figure);
    for (const NamedQuery& named : queries(measured)) {
        printLine(named.title);
        for (const Figure& figure : figures(measured, named.query))
            print(figure);
    }
    printLine("The 100 nearest whole photos by their codes, medians in ms");
    for (const Figure& figure : lookupFigures(measured))
        print(figure);
    printLine("Loading the library's codes, medians in ms");
    for (const Figure& figure : figures(measured.loading))
        print(figure);
    printLine("Indexing a photo on one thread, medians in ms");
    for (const Figure& figure : figures(measured.indexing))
        print(figure);
    printLine("A network pass on each engine, on all cores, medians in ms");
    for (const EngineSpeed& speed : measured.engines)
        print({"", engineName(speed.engine).data(), speed.milliseconds});
}

nlohmann::ordered_json toJson(const Measurement& measured) {
    nlohmann::ordered_json object{{"photos", measured.librarySize}, {"queries", measured.samples.size()}};
    for (const Figure& figure : figures(measured))
        object[figure.key] = rounded(figure.value, 4);
    for (const NamedQuery& named : queries(measured))
        for (const Figure& figure : figures(measured, named.query))
            object[named.key][figure.key] = rounded(figure.value, 4);
    for (const Figure& figure : lookupFigures(measured))
        object["lookup"][figure.key] = rounded(figure.value, 4);
    for (const Figure& figure : figures(measured.loading))
        object["loading"][figure.key] = rounded(figure.value, 4);
    for (const Figure& figure : figures(measured.indexing))
        object["indexing"][figure.key] = rounded(figure.value, 4);
    for (const EngineSpeed& speed : measured.engines)
        object["engines"][std::string(engineName(speed.engine))] = rounded(speed.milliseconds, 4);
    return object;
}

int run(const GlobalOptions& options, const BenchArguments& arguments) {
    const Interruption interruption;
    const auto measured = measure(options, arguments, interruption);
    if (interruption.signal() != 0)
        return exitCodeOfSignal(interruption.signal());
    if (!measured)
        return fail(measured.error());
    if (arguments.json)
        printJson(toJson(*measured));
    else
        print(*measured);
    return Success;
}

} // namespace

Command benchCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("bench", "Times the stages of a query and of indexing, and the engines");
    auto arguments = std::make_shared<BenchArguments>(*syntax);
    syntax->require_subcommand(0, 1);
    const Command duplicates = benchDuplicatesCommand(*syntax);
    return {syntax, [arguments, duplicates](const GlobalOptions& options) {
                return duplicates.syntax->parsed() ? duplicates.run(options) : run(options, *arguments);
            }};
}

} // namespace likeness::cli
