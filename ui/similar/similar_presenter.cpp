// SPDX-License-Identifier: GPL-3.0-or-later
// The query and what the user does with it; its answers stand in similar_presenter_answers.cpp.
#include "ui/similar/similar_presenter.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace likeness::ui {

namespace {

/// The window by which a result matched.
std::optional<Rectangle> matchedRegion(const RankedPhoto* result) {
    if (!result)
        return std::nullopt;
    for (const MatchedPlace& match : result->matches)
        if (match.granularity == Granularity::Region)
            return match.place;
    return std::nullopt;
}

bool searchesByRegion(SearchMode tool) {
    return tool == SearchMode::Region || tool == SearchMode::Fused;
}

} // namespace

SimilarPresenter::SimilarPresenter(LibrarySession& session, double threshold, QObject* parent)
    : QObject(parent), session_(session) {
    results_.setThreshold(threshold);
    connect(&session, &LibrarySession::searchAnswered, this, &SimilarPresenter::take);
    const auto searchAgain = [this] {
        if (query() && !awaitsPlace(state()))
            pacer_.begin();
    };
    connect(&session, &LibrarySession::searchRestarted, this, searchAgain);
    connect(&session, &LibrarySession::indexingFinished, this, [this, searchAgain] {
        if (error_) // what was missing may be there now
            searchAgain();
    });
    connect(&session, &LibrarySession::snapshotChanged, this, [this] {
        results_.setSnapshot(session_.snapshot());
        Q_EMIT resultsChanged();
        const std::int64_t indexed = session_.snapshot()->indexedCount();
        if (std::exchange(indexedBefore_, indexed) != indexed && answer_ && !arrivals_.isActive())
            arrivals_.start();
    });
    arrivals_.setSingleShot(true);
    arrivals_.setInterval(std::chrono::seconds(3));
    connect(&arrivals_, &QTimer::timeout, this, [this] {
        if (answer_ && query() && !awaitsPlace(state()))
            pacer_.refine();
    });
    connect(&pacer_, &SearchPacer::due, this, &SimilarPresenter::send);
    connect(&pacer_, &SearchPacer::busyChanged, this, &SimilarPresenter::busyChanged);
}

void SimilarPresenter::search(const PhotoQuery& query) {
    QueryState state;
    state.photo = best(query);
    begin(std::move(state));
}

void SimilarPresenter::searchOn(PhotoId result) {
    QueryState next;
    next.photo = best(result);
    const auto region = matchedRegion(results_.rankingOf(result));
    if (region && searchesByRegion(state().tool)) {
        next.tool = state().tool;
        next.region = {*region};
    }
    begin(std::move(next));
}

std::optional<SavedQuery> SimilarPresenter::saved() const {
    const std::filesystem::path photo = queryFile();
    if (photo.empty())
        return std::nullopt;
    const auto files = [this](const std::vector<PhotoId>& photos) {
        std::vector<std::filesystem::path> found;
        for (const PhotoId each : photos)
            if (auto file = fileOf(each); !file.empty())
                found.push_back(std::move(file));
        return found;
    };
    return SavedQuery{photo,
                      state().tool,
                      state().region,
                      state().spots,
                      files(state().alsoLike),
                      files(state().unlike),
                      state().combination,
                      restriction_};
}

std::vector<PhotoId> SimilarPresenter::knownPhotos(const std::vector<std::filesystem::path>& files) const {
    const LibrarySnapshot& library = *session_.snapshot();
    std::vector<PhotoId> photos;
    for (const auto& file : files)
        if (const auto row = library.rowOf(file))
            photos.push_back(library.photos()[*row].id);
    return photos;
}

void SimilarPresenter::search(const SavedQuery& query) {
    restriction_ = query.restriction;
    Q_EMIT restrictionChanged();
    begin({best(query.photo), query.tool, query.region, query.spots, knownPhotos(query.alsoLike),
           knownPhotos(query.unlike), query.combination});
}

void SimilarPresenter::begin(QueryState state) {
    if (canGoForward())
        history_.erase(history_.begin() + position_ + 1, history_.end());
    history_.push_back(std::move(state));
    go(static_cast<std::ptrdiff_t>(history_.size()) - 1);
}

/// A file that the library has indexed is searched by what is stored; a photo that is not yet indexed, by its
/// file.
PhotoQuery SimilarPresenter::best(const PhotoQuery& query) const {
    const LibrarySnapshot& library = *session_.snapshot();
    if (const auto* id = std::get_if<PhotoId>(&query)) {
        const auto row = library.rowOf(*id);
        const bool indexed = row && library.photos()[*row].state == PhotoState::Indexed;
        if (row && !indexed)
            return library.file(library.photos()[*row]);
    }
    if (const auto* file = std::get_if<std::filesystem::path>(&query)) {
        const auto row = library.rowOf(*file);
        if (row && library.photos()[*row].state == PhotoState::Indexed)
            return library.photos()[*row].id;
    }
    return query;
}

void SimilarPresenter::go(std::ptrdiff_t position) {
    if (position < 0 || position >= static_cast<std::ptrdiff_t>(history_.size()))
        return;
    position_ = position;
    isNew_ = true;
    if (awaitsPlace(state()))
        forgetResults(); // they are another photo's
    else
        pacer_.begin();
    Q_EMIT queryChanged();
    Q_EMIT stateChanged();
}

const QueryState& SimilarPresenter::state() const {
    static const QueryState beginning;
    return position_ < 0 ? beginning : history_[static_cast<std::size_t>(position_)];
}

QueryState* SimilarPresenter::current() {
    return position_ < 0 ? nullptr : &history_[static_cast<std::size_t>(position_)];
}

void SimilarPresenter::refresh() {
    if (query() && !awaitsPlace(state()))
        pacer_.refine();
    Q_EMIT stateChanged();
}

void SimilarPresenter::setTool(SearchMode tool) {
    QueryState* query = current();
    if (!query || query->tool == tool)
        return;
    query->tool = tool;
    isNew_ = true; // another ranking altogether
    if (searchesByRegion(tool) && query->region.empty())
        query->region = {firstRegion};
    refresh();
}

void SimilarPresenter::setBoxes(std::vector<Rectangle> boxes) {
    QueryState* query = current();
    if (!query || query->tool == SearchMode::Whole)
        return;
    auto& kept = query->tool == SearchMode::Part ? query->spots : query->region;
    if (kept == boxes)
        return;
    kept = std::move(boxes);
    refresh();
}

void SimilarPresenter::setManner(const SearchManner& manner) {
    manner_ = manner;
    refresh();
}

void SimilarPresenter::setRestriction(const Restriction& restriction) {
    if (restriction_ == restriction)
        return;
    restriction_ = restriction;
    refresh();
}

void SimilarPresenter::addLike(PhotoId photo) {
    if (QueryState* query = current()) {
        std::erase(query->unlike, photo);
        std::erase(query->alsoLike, photo);
        query->alsoLike.push_back(photo);
        refresh();
    }
}

void SimilarPresenter::addUnlike(PhotoId photo) {
    if (QueryState* query = current()) {
        std::erase(query->alsoLike, photo);
        std::erase(query->unlike, photo);
        query->unlike.push_back(photo);
        refresh();
    }
}

void SimilarPresenter::removePhoto(PhotoId photo) {
    if (QueryState* query = current()) {
        std::erase(query->alsoLike, photo);
        std::erase(query->unlike, photo);
        refresh();
    }
}

void SimilarPresenter::setCombination(Combination combination) {
    if (QueryState* query = current()) {
        query->combination = combination;
        refresh();
    }
}

} // namespace likeness::ui
