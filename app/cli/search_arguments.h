// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"
#include "core/base/result.h"
#include "core/search/search_request.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace likeness::cli {

/// How photos are compared: options that query and evaluate share.
class ComparisonArguments {
public:
    explicit ComparisonArguments(CLI::App& command);

    /// A request without its query. InvalidArgument where a text can't be read.
    Result<SearchRequest> request() const;
    const std::string& rankName() const { return rank_.name(); }
    /// A second pack that whole photos are compared by; empty: none.
    const std::string& fusedPack() const { return fusedPack_; }

private:
    RankArgument rank_;
    std::string rerank_ = "expansion";
    std::string fused_;
    std::string fusion_ = "mean";
    std::string variants_;
    std::string fusedPack_;
};

/// What a query is made of: boxes on the photo, and other photos.
class QueryPartArguments {
public:
    explicit QueryPartArguments(CLI::App& command);

    /// Sets mode, boxes and photos of a request. InvalidArgument where a text can't be read.
    Result<SearchRequest> applied(SearchRequest request) const;

private:
    std::string region_;
    std::vector<std::string> parts_;
    std::vector<std::string> like_;
    std::vector<std::string> unlike_;
    std::string combine_ = "mean";
};

/// Which photos may be found: --folder, --not-in, --tag, --from, --to, --text, --rating, --label.
class FilterArguments {
public:
    explicit FilterArguments(CLI::App& command);

    /// InvalidArgument where a date or a label can't be read.
    Result<PhotoFilter> filter() const;

private:
    std::string folder_;
    std::string notIn_;
    std::vector<std::string> tags_;
    std::string from_;
    std::string to_;
    std::string text_;
    int rating_ = 0;
    std::string label_;
};

/// "x,y,width,height", or "x,y" for a click where `least` is 2; fractions 0 to 1. InvalidArgument.
Result<Rectangle> parseRectangle(const std::string& text, std::size_t least);

} // namespace likeness::cli
