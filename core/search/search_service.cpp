// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_service.h"

#include "core/base/log.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace likeness {

/// Owns the thread. The newest request stands in `waiting_`; database, network and engine belong to the
/// thread and are opened when a request first needs them, again for the next request where that failed.
class SearchService::Worker {
public:
    Worker(Setup setup, const LiveIndex& index, Answer answer)
        : setup_(std::move(setup)),
          index_(index),
          answer_(std::move(answer)),
          thread_([this](const std::stop_token& stop) { work(stop); }) {}

    RequestId submit(SearchRequest request) {
        const std::lock_guard lock(mutex_);
        ++newest_.value;
        waiting_ = std::move(request);
        requestCame_.notify_one();
        return newest_;
    }

private:
    void work(const std::stop_token& stop) {
        while (auto next = take(stop))
            answer_(next->first, search(next->second));
    }

    std::optional<std::pair<RequestId, SearchRequest>> take(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        requestCame_.wait(lock, stop, [this] { return waiting_.has_value(); });
        if (stop.stop_requested())
            return std::nullopt;
        return std::pair(newest_, *std::exchange(waiting_, std::nullopt));
    }

    Result<SearchResult> search(const SearchRequest& request) {
        if (auto opened = openDatabase(); !opened)
            return opened.error();
        if (!std::holds_alternative<PhotoId>(request.query))
            if (auto opened = openNetwork(); !opened)
                return opened.error();
        return SearchEngine(*database_, index_, setup_.recipe, backbone_.get(), setup_.limits)
            .search(request);
    }

    Result<void> openDatabase() {
        if (database_)
            return {};
        auto database = Database::open(setup_.libraryFile, OpenMode::ReadOnly);
        if (!database)
            return database.error();
        database_.emplace(std::move(*database));
        return {};
    }

    Result<void> openNetwork() {
        if (backbone_)
            return {};
        auto opened = openBackbone(setup_.recipe->pack(), setup_.engine);
        if (!opened)
            return opened.error();
        if (!opened->notice.empty())
            log(LogLevel::Warning, opened->notice);
        backbone_ = std::move(opened->backbone);
        return {};
    }

    const Setup setup_;
    const LiveIndex& index_;
    const Answer answer_;

    std::mutex mutex_;
    std::condition_variable_any requestCame_;
    std::optional<SearchRequest> waiting_;
    RequestId newest_;

    std::optional<Database> database_;
    std::unique_ptr<Backbone> backbone_;

    std::jthread thread_; // the last member: it ends before what it uses
};

SearchService::SearchService(Setup setup, const LiveIndex& index, Answer answer)
    : worker_(std::make_unique<Worker>(std::move(setup), index, std::move(answer))) {}

SearchService::~SearchService() = default;

RequestId SearchService::submit(SearchRequest request) {
    return worker_->submit(std::move(request));
}

} // namespace likeness
