// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_engine.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace likeness {

/// Numbers requests in the order in which they were made.
struct RequestId {
    std::uint64_t value = 0;
    auto operator<=>(const RequestId&) const = default;
};

/// Answers queries on a thread of its own, for the window. Only the newest request matters: one that waits is
/// dropped when another comes, and an answer carries its request's id so that a late one can be told.
class SearchService {
public:
    struct Setup {
        std::filesystem::path libraryFile;
        std::shared_ptr<const Recipe> recipe;
        Engine engine = Engine::Auto;
        DecodeLimits limits;
    };
    /// Called on the service's thread; twice for a region query, see SearchStage.
    using Answer = std::function<void(RequestId, const Result<SearchResult>&)>;
    /// Called on the service's thread, with the photo that was asked about.
    using Explanation = std::function<void(RequestId, PhotoId, const Result<ShareMap>&)>;

    /// `indexes` outlives the service. Database and network are opened on the service's thread, so this
    /// returns at once; what can't be opened is the answer to each request.
    SearchService(Setup setup, const LiveIndexes& indexes, Answer answer, Explanation explanation = {});
    /// Drops what waits, lets the query in hand end.
    ~SearchService();
    SearchService(const SearchService&) = delete;
    SearchService& operator=(const SearchService&) = delete;
    SearchService(SearchService&&) = delete;
    SearchService& operator=(SearchService&&) = delete;

    RequestId submit(SearchRequest request);

    /// Asks why a photo is like the query; see SearchEngine::explain. Waits until no search waits; only the
    /// newest question is answered.
    RequestId explain(SearchRequest request, PhotoId photo);

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace likeness
