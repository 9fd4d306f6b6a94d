// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/search_arguments.h"

#include "core/library/scan_plan.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <sstream>
#include <tuple>

namespace likeness::cli {
namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> items;
    std::istringstream stream(text);
    for (std::string item; std::getline(stream, item, ',');)
        items.push_back(item);
    return items;
}

std::optional<double> numberOf(const std::string& text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

/// "global=.5,region=.3,part=.2"; what is left out weighs nothing.
Result<FusionWeights> parseWeights(const std::string& text) {
    FusionWeights weights{0, 0, 0};
    const std::map<std::string, double*> places{
        {"global", &weights.global}, {"region", &weights.region}, {"part", &weights.part}};
    for (const std::string& item : split(text)) {
        const std::size_t sign = item.find('=');
        const auto place = places.find(item.substr(0, sign));
        const auto value = sign == std::string::npos ? std::nullopt : numberOf(item.substr(sign + 1));
        if (place == places.end() || !value || *value < 0)
            return makeError(ErrorCode::InvalidArgument,
                             {"'" + item + "' is no weight such as region=.3 (global, region, part)"});
        *place->second = *value;
    }
    return weights;
}

/// Days since 1970-01-01 of "2024-05-31".
std::optional<std::int64_t> dayOf(const std::string& text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int used = 0;
    if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &used) != 3 ||
        used != static_cast<int>(text.size()))
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

} // namespace

Result<Rectangle> parseRectangle(const std::string& text, std::size_t least) {
    std::vector<double> values;
    for (const std::string& item : split(text)) {
        const auto value = numberOf(item);
        if (!value || *value < 0 || *value > 1)
            return makeError(ErrorCode::InvalidArgument, {"'" + item + "' is no fraction from 0 to 1"});
        values.push_back(*value);
    }
    if (values.size() != 4 && values.size() != least)
        return makeError(ErrorCode::InvalidArgument, {"'" + text + "' is no rectangle x,y,width,height"});
    values.resize(4);
    return Rectangle{values[0], values[1], values[2], values[3]};
}

ComparisonArguments::ComparisonArguments(CLI::App& command) : rank_(command) {
    command
        .add_option("--rerank", rerank_,
                    "What whole photos are re-ranked by; regions by expansion or without it")
        ->check(CLI::IsMember({"expansion", "sum", "cosine", "asymmetric"}))
        ->capture_default_str();
    command.add_option("--fused", fused_, "Fuse granularities, such as global=.5,region=.3,part=.2")
        ->type_name("WEIGHTS");
    command.add_option("--fusion", fusion_, "Weighted mean of similarities, or one long code")
        ->check(CLI::IsMember({"mean", "concatenated"}))
        ->capture_default_str();
    command.add_option("--variants", variants_, "Look for the query in other ways, too: mirrored,rotated");
    command
        .add_option("--fuse-pack", fusedPack_,
                    "Compare whole photos by this model pack, too; index with it before")
        ->type_name("NAME");
}

Result<SearchRequest> ComparisonArguments::request() const {
    SearchRequest request;
    request.ranking = rank_.ranking();
    request.rerank = rerank_ == "sum"          ? Rerank::Sum
                     : rerank_ == "cosine"     ? Rerank::Cosine
                     : rerank_ == "asymmetric" ? Rerank::Asymmetric
                                               : Rerank::Expansion;
    request.fusion = fusion_ == "concatenated" ? Fusion::Concatenated : Fusion::WeightedMean;
    if (!fused_.empty()) {
        const auto weights = parseWeights(fused_);
        if (!weights)
            return weights.error();
        request.mode = SearchMode::Fused;
        request.weights = *weights;
    }
    for (const std::string& variant : split(variants_)) {
        if (variant != "mirrored" && variant != "rotated")
            return makeError(ErrorCode::InvalidArgument,
                             {"'" + variant + "' is neither mirrored nor rotated"});
        (variant == "mirrored" ? request.mirrored : request.rotated) = true;
    }
    return request;
}

FilterArguments::FilterArguments(CLI::App& command) {
    command.add_option("--folder", folder_, "Find photos in this folder and below")->type_name("FOLDER");
    command.add_option("--not-in", notIn_, "Leave out photos in this folder and below")->type_name("FOLDER");
    command.add_option("--tag", tags_, "Find photos with this tag; several: with all of them")
        ->type_name("TAG");
    command.add_option("--from", from_, "Find photos taken on this day or later")->type_name("YYYY-MM-DD");
    command.add_option("--to", to_, "Find photos taken on this day or earlier")->type_name("YYYY-MM-DD");
    command.add_option("--text", text_, "Find photos with these terms in their path, camera, place or tags")
        ->type_name("TERMS");
    command.add_option("--rating", rating_, "Find photos with at least so many stars")
        ->check(CLI::Range(0, mostStars));
    command
        .add_option("--label", label_,
                    "Find photos with this colour label: red, orange, yellow, green, blue, violet")
        ->type_name("COLOUR");
}

Result<PhotoFilter> FilterArguments::filter() const {
    PhotoFilter filter;
    if (!folder_.empty())
        filter.folder = normalFolder(folder_);
    if (!notIn_.empty())
        filter.notInFolder = normalFolder(notIn_);
    filter.tags = tags_;
    filter.text = text_;
    filter.ratingAtLeast = rating_;
    if (!label_.empty()) {
        filter.label = colourLabelFromName(label_);
        if (!filter.label)
            return makeError(ErrorCode::InvalidArgument, {"'" + label_ + "' is no colour label"});
    }
    constexpr std::int64_t secondsPerDay = 86'400;
    for (const auto& [text, limit, days] :
         {std::tuple(&from_, &filter.takenFrom, 0), std::tuple(&to_, &filter.takenBefore, 1)}) {
        if (text->empty())
            continue;
        const auto day = dayOf(*text);
        if (!day)
            return makeError(ErrorCode::InvalidArgument, {"'" + *text + "' is no day such as 2024-05-31"});
        *limit = (*day + days) * secondsPerDay;
    }
    return filter;
}

QueryPartArguments::QueryPartArguments(CLI::App& command) {
    command.add_option("--region", region_, "Search by a box, in fractions of the upright photo")
        ->type_name("X,Y,W,H");
    command
        .add_option("--part", parts_, "Search by a small box or a point; several must agree in their layout")
        ->type_name("X,Y[,W,H]")
        ->delimiter(';');
    command.add_option("--like", like_, "Search by this photo, too")->type_name("FILE");
    command.add_option("--unlike", unlike_, "Not like this photo")->type_name("FILE");
    command.add_option("--combine", combine_, "Several photos: by their mean, or by the best of them")
        ->check(CLI::IsMember({"mean", "best"}))
        ->capture_default_str();
}

Result<SearchRequest> QueryPartArguments::applied(SearchRequest request) const {
    const auto add = [&request](const std::string& text, std::size_t least) -> Result<void> {
        const auto box = parseRectangle(text, least);
        if (!box)
            return box.error();
        request.boxes.push_back(*box);
        return {};
    };
    const bool fused = request.mode == SearchMode::Fused;
    if (!region_.empty() && !parts_.empty())
        return makeError(ErrorCode::InvalidArgument,
                         {"--region and --part exclude each other; to search one box by both, give --fused"});
    if (!region_.empty()) {
        request.mode = fused ? SearchMode::Fused : SearchMode::Region;
        if (const auto added = add(region_, 4); !added)
            return added.error();
    }
    for (const std::string& part : parts_) {
        request.mode = fused ? SearchMode::Fused : SearchMode::Part;
        if (const auto added = add(part, 2); !added)
            return added.error();
    }
    for (const std::string& photo : like_)
        request.alsoLike.emplace_back(absolutePath(photo));
    for (const std::string& photo : unlike_)
        request.unlike.emplace_back(absolutePath(photo));
    request.combination = combine_ == "best" ? Combination::Best : Combination::Mean;
    return request;
}

} // namespace likeness::cli
