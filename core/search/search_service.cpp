// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_service.h"

#include "core/base/log.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <variant>

namespace likeness {

/// Owns the thread. The newest request and the newest question stand waiting; database, network and engine
/// belong to the thread and are opened when a request first needs them, again for the next request where that
/// failed.
class SearchService::Worker {
public:
    Worker(Setup setup, const LiveIndexes& indexes, Answer answer, Explanation explanation)
        : setup_(std::move(setup)),
          indexes_(indexes),
          answer_(std::move(answer)),
          explanation_(std::move(explanation)),
          thread_([this](const std::stop_token& stop) { work(stop); }) {}

    RequestId submit(SearchRequest request) {
        const std::lock_guard lock(mutex_);
        ++newest_.value;
        waiting_ = Search{newest_, std::move(request)};
        requestCame_.notify_one();
        return newest_;
    }

    RequestId explain(SearchRequest request, PhotoId photo) {
        const std::lock_guard lock(mutex_);
        ++newest_.value;
        question_ = Question{newest_, std::move(request), photo};
        requestCame_.notify_one();
        return newest_;
    }

private:
    struct Search {
        RequestId id;
        SearchRequest request;
    };
    struct Question {
        RequestId id;
        SearchRequest request;
        PhotoId photo;
    };
    using Task = std::variant<Search, Question>;

    void work(const std::stop_token& stop) {
        while (const auto task = take(stop)) {
            if (const auto* search = std::get_if<Search>(&*task))
                answer_(search->id, answerTo(*search));
            else
                answer(std::get<Question>(*task));
        }
    }

    std::optional<Task> take(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        requestCame_.wait(lock, stop, [this] { return waiting_ || question_; });
        if (stop.stop_requested())
            return std::nullopt;
        if (waiting_)
            return *std::exchange(waiting_, std::nullopt);
        return *std::exchange(question_, std::nullopt);
    }

    Result<SearchResult> answerTo(const Search& search) {
        const bool needsNetwork = search.request.mode != SearchMode::Whole || search.request.mirrored ||
                                  search.request.rotated || !isStored(search.request);
        if (auto opened = open(needsNetwork); !opened)
            return opened.error();
        return engine_->search(search.request,
                               [&](const SearchResult& atOnce) { answer_(search.id, atOnce); });
    }

    void answer(const Question& question) {
        const auto opened = open(true);
        const auto shares =
            opened ? engine_->explain(question.request, question.photo) : Result<ShareMap>(opened.error());
        if (explanation_)
            explanation_(question.id, question.photo, shares);
    }

    /// All photos of the request are the library's.
    static bool isStored(const SearchRequest& request) {
        const auto stored = [](const QueryPhoto& photo) { return std::holds_alternative<PhotoId>(photo); };
        return stored(request.query) && std::ranges::all_of(request.alsoLike, stored) &&
               std::ranges::all_of(request.unlike, stored);
    }

    Result<void> open(bool withNetwork) {
        if (auto opened = openDatabase(); !opened)
            return opened;
        if (withNetwork && !backbone_) {
            if (auto opened = openNetwork(); !opened)
                return opened;
            engine_.reset();
        }
        if (!engine_)
            engine_.emplace(*database_, indexes_, setup_.recipe, backbone_.get(), setup_.limits);
        return {};
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
    const LiveIndexes& indexes_;
    const Answer answer_;
    const Explanation explanation_;

    std::mutex mutex_;
    std::condition_variable_any requestCame_;
    std::optional<Search> waiting_;
    std::optional<Question> question_;
    RequestId newest_;

    std::optional<Database> database_;
    std::unique_ptr<Backbone> backbone_;
    std::optional<SearchEngine> engine_;

    std::jthread thread_; // the last member: it ends before what it uses
};

SearchService::SearchService(Setup setup, const LiveIndexes& indexes, Answer answer, Explanation explanation)
    : worker_(
          std::make_unique<Worker>(std::move(setup), indexes, std::move(answer), std::move(explanation))) {}

SearchService::~SearchService() = default;

RequestId SearchService::submit(SearchRequest request) {
    return worker_->submit(std::move(request));
}

RequestId SearchService::explain(SearchRequest request, PhotoId photo) {
    return worker_->explain(std::move(request), photo);
}

} // namespace likeness
