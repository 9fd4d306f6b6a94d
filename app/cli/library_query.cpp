// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/library_query.h"

#include "app/cli/fused_pack.h"
#include "core/search/search_engine.h"

#include <CLI/CLI.hpp>

namespace likeness::cli {

LibraryQueryArguments::LibraryQueryArguments(CLI::App& command)
    : comparison_(command), parts_(command), filter_(command) {
    auto* const hash =
        command.add_option("--method", method_, "Search with a codebook of the library (see train)");
    command.add_option("--bits", bits_, "Its code length")->capture_default_str()->needs(hash);
    command.add_option("--lookup", lookup_, "Find whole photos by all codes, or by those in their buckets")
        ->check(CLI::IsMember({"scan", "buckets"}))
        ->capture_default_str();
}

Result<SearchRequest> LibraryQueryArguments::request() const {
    const auto comparison = comparison_.request();
    auto request = comparison ? parts_.applied(*comparison) : comparison;
    const auto filter = filter_.filter();
    if (!request || !filter)
        return request ? filter.error() : request.error();
    request->filter = *filter;
    request->lookup = lookup_ == "buckets" ? Lookup::Buckets : Lookup::Scan;
    return request;
}

Result<OpenedLibrary> LibraryQueryArguments::open(const GlobalOptions& options) const {
    return method_.empty() ? openLibrary(options) : openLibrary(options, method_, bits_);
}

Result<SearchResult> askLibrary(const GlobalOptions& options, const OpenedLibrary& library,
                                const LibraryQueryArguments& arguments, const SearchRequest& request) {
    const auto network = openNetwork(library.recipe->pack(), options.engine);
    if (!network)
        return network.error();
    SearchEngine engine(library.database, *library.indexes, library.recipe, network->get(), options.limits);
    const auto fused = fusePack(engine, library.database, arguments.fusedPack(), options);
    if (!fused)
        return fused.error();
    return engine.search(request);
}

} // namespace likeness::cli
