// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"
#include "app/cli/opened_library.h"
#include "app/cli/search_arguments.h"
#include "core/search/search_request.h"

#include <string>

namespace CLI {
class App;
}

namespace likeness::cli {

/// What a query is typed as: options that `query` and `report` share.
class LibraryQueryArguments {
public:
    explicit LibraryQueryArguments(CLI::App& command);

    /// InvalidArgument where a text can't be read. The photo is not in it.
    Result<SearchRequest> request() const;
    Result<OpenedLibrary> open(const GlobalOptions& options) const;
    const std::string& fusedPack() const { return comparison_.fusedPack(); }

private:
    std::string method_;
    int bits_ = 256;
    std::string lookup_ = "scan";
    ComparisonArguments comparison_;
    QueryPartArguments parts_;
    FilterArguments filter_;
};

/// Asks the library. Errors of SearchEngine and of opening the network.
Result<SearchResult> askLibrary(const GlobalOptions& options, const OpenedLibrary& library,
                                const LibraryQueryArguments& arguments, const SearchRequest& request);

} // namespace likeness::cli
