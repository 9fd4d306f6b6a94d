// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/indexing_stages.h"
#include "app/cli/interruption.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "core/base/path_text.h"
#include "core/features/engine_choice.h"
#include "core/library/photo_repository.h"
#include "core/search/search_engine.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iomanip>
#include <memory>
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
        syntax.add_option("--top", top, "Results of a query")
            ->check(CLI::Range(1, 1'000'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    std::size_t photos = 50;
    std::size_t top = 100;
    bool json = false;
};

/// One query by file, and beside it what can't be saved: its decode and network pass alone.
struct Sample {
    SearchTiming stages;
    Milliseconds whole{0};
    Milliseconds alone{0};
};

struct Measurement {
    std::size_t librarySize = 0;
    std::vector<Sample> samples;
    std::vector<EngineSpeed> engines;
    IndexingStages indexing;

    /// In milliseconds for stages.
    double median(const std::function<double(const Sample&)>& value) const {
        std::vector<double> values;
        for (const Sample& sample : samples)
            values.push_back(value(sample));
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
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

/// Times single queries. The first look at a file warms the system's cache and is not timed.
class Bench {
public:
    Bench(const GlobalOptions& options, OpenedLibrary& library, Backbone& network, std::size_t top)
        : library_(library),
          network_(network),
          decoder_(options.limits),
          engine_(library.database, *library.indexes, library.recipe, &network, options.limits),
          top_(top) {}

    Result<Sample> measure(const std::filesystem::path& file) {
        if (auto warmUp = decodeAndRun(file); !warmUp)
            return warmUp.error();
        Sample sample;
        auto start = Clock::now();
        if (auto alone = decodeAndRun(file); !alone)
            return alone.error();
        sample.alone = Clock::now() - start;

        start = Clock::now();
        const auto answer = engine_.search({file, top_, Ranking::Full});
        sample.whole = Clock::now() - start;
        if (!answer)
            return answer.error();
        sample.stages = answer->timing;
        return sample;
    }

private:
    using Clock = std::chrono::steady_clock;

    Result<void> decodeAndRun(const std::filesystem::path& file) {
        const auto photo = decoder_.decodeForNetwork(file, library_.recipe->pack().input.width);
        if (!photo)
            return photo.error();
        const auto maps = network_.run(photo->image);
        if (!maps)
            return maps.error();
        return {};
    }

    OpenedLibrary& library_;
    Backbone& network_;
    Decoder decoder_;
    SearchEngine engine_;
    std::size_t top_;
};

Result<Measurement> measure(const GlobalOptions& options, const BenchArguments& arguments,
                            const Interruption& interruption) {
    auto library = openLibrary(options);
    if (!library)
        return library.error();
    const auto files = chosenFiles(library->database, arguments.photos);
    if (!files)
        return files.error();
    const auto network = openNetwork(library->recipe->pack(), options.engine);
    if (!network)
        return network.error();

    Bench bench(options, *library, **network, arguments.top);
    ProgressLine line;
    Measurement measurement{library->indexes->global.size(), {}, {}, {}};
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

std::vector<Figure> figures(const Measurement& measured) {
    const auto stage = [&](Milliseconds SearchTiming::*member) {
        return measured.median([=](const Sample& sample) { return (sample.stages.*member).count(); });
    };
    return {
        {"decode", "decode", stage(&SearchTiming::decode)},
        {"network", "network pass", stage(&SearchTiming::network)},
        {"encode", "encode", stage(&SearchTiming::encode)},
        {"scan", "scan", stage(&SearchTiming::scan)},
        {"rerank", "re-rank", stage(&SearchTiming::rerank)},
        {"whole", "whole answer", measured.median([](const Sample& s) { return s.whole.count(); })},
        {"alone", "decode + network alone", measured.median([](const Sample& s) { return s.alone.count(); })},
        {"ratio", "whole answer / alone",
         measured.median([](const Sample& s) { return s.whole / s.alone; })}};
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
              " against " + std::to_string(measured.librarySize) + ", in ms");
    for (const Figure& figure : figures(measured))
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
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
