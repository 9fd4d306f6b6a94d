// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/library_query.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/photo_repository.h"
#include "core/search/search_result.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <iomanip>
#include <memory>
#include <sstream>
#include <unordered_map>

namespace likeness::cli {
namespace {

struct QueryArguments {
    explicit QueryArguments(CLI::App& syntax) : query(syntax) {
        syntax.add_option("PHOTO", photo, "The photo to compare with")->required()->type_name("FILE");
        syntax.add_option("--top", top, "How many photos to show")
            ->check(CLI::Range(1, 1'000'000))
            ->type_name("N")
            ->capture_default_str();
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    std::string photo;
    std::size_t top = 20;
    bool json = false;
    LibraryQueryArguments query;
};

/// What is shown of an answer.
struct Answer {
    SearchResult result;
    std::unordered_map<PhotoId, std::filesystem::path> files;
};

Result<Answer> ask(const GlobalOptions& options, const QueryArguments& arguments,
                   const SearchRequest& request) {
    const auto library = arguments.query.open(options);
    if (!library)
        return library.error();
    auto result = askLibrary(options, *library, arguments.query, request);
    if (!result)
        return result.error();

    std::vector<PhotoId> ids;
    for (const RankedPhoto& photo : result->photos)
        ids.push_back(photo.photo);
    const auto photos = PhotoRepository(library->database).photos(ids);
    if (!photos)
        return photos.error();
    Answer answer{std::move(*result), {}};
    for (const Photo& photo : *photos)
        answer.files.emplace(photo.id, photo.file);
    return answer;
}

nlohmann::ordered_json toJson(const Rectangle& place) {
    constexpr int decimals = 4;
    return {{"x", rounded(place.x, decimals)},
            {"y", rounded(place.y, decimals)},
            {"width", rounded(place.width, decimals)},
            {"height", rounded(place.height, decimals)}};
}

nlohmann::ordered_json toJson(const std::vector<MatchedPlace>& matches) {
    auto places = nlohmann::ordered_json::array();
    for (const MatchedPlace& match : matches) {
        auto place = toJson(match.place);
        place["granularity"] = granularityName(match.granularity);
        place["box"] = match.box;
        places.push_back(std::move(place));
    }
    return places;
}

nlohmann::ordered_json toJson(const std::filesystem::path& query, const Answer& answer) {
    auto results = nlohmann::ordered_json::array();
    for (const RankedPhoto& photo : answer.result.photos)
        results.push_back({{"rank", results.size() + 1},
                           {"path", answer.files.at(photo.photo).native()},
                           {"similarity", rounded(photo.similarity * 100, 1)},
                           {"hamming", photo.hammingDistance},
                           {"score", rounded(photo.score, 4)},
                           {"matches", toJson(photo.matches)}});
    auto places = nlohmann::ordered_json::array();
    for (const Rectangle& place : answer.result.queryPlaces)
        places.push_back(toJson(place));
    return {{"query", query.native()},
            {"boxes", std::move(places)},
            {"searched", answer.result.searched},
            {"ms", rounded(answer.result.timing.total().count(), 2)},
            {"results", std::move(results)}};
}

void print(const Answer& answer) {
    std::size_t rank = 0;
    for (const RankedPhoto& photo : answer.result.photos) {
        std::ostringstream line;
        line << std::setw(4) << ++rank << std::setw(5) << std::lround(photo.similarity * 100) << " %  "
             << pathText(answer.files.at(photo.photo));
        printLine(line.str());
    }
}

int run(const GlobalOptions& options, const QueryArguments& arguments) {
    const std::filesystem::path query = absolutePath(arguments.photo);
    auto request = arguments.query.request();
    if (!request) {
        fail(request.error());
        return WrongUsage;
    }
    request->query = query;
    request->top = arguments.top;
    const auto answer = ask(options, arguments, *request);
    if (!answer)
        return fail(answer.error());
    if (arguments.json)
        printJson(toJson(query, *answer));
    else
        print(*answer);
    return Success;
}

} // namespace

Command queryCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("query", "Ranks the photos of the library by likeness to a photo");
    auto arguments = std::make_shared<QueryArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
