// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/similar_presenter.h"

#include <algorithm>

namespace likeness::ui {

SimilarPresenter::SimilarPresenter(LibrarySession& session, double threshold, QObject* parent)
    : QObject(parent), session_(session) {
    results_.setThreshold(threshold);
    connect(&session, &LibrarySession::searchAnswered, this, &SimilarPresenter::take);
    connect(&session, &LibrarySession::snapshotChanged, this, [this] {
        results_.setSnapshot(session_.snapshot());
        Q_EMIT resultsChanged();
    });
}

void SimilarPresenter::search(const PhotoQuery& query) {
    if (canGoForward())
        history_.erase(history_.begin() + position_ + 1, history_.end());
    history_.push_back(best(query));
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
    session_.search(*query(), top);
    Q_EMIT queryChanged();
}

const PhotoQuery* SimilarPresenter::query() const {
    return position_ < 0 ? nullptr : &history_[static_cast<std::size_t>(position_)];
}

const PhotoRow* SimilarPresenter::queryPhoto() const {
    const PhotoQuery* current = query();
    if (!current)
        return nullptr;
    const LibrarySnapshot& library = *session_.snapshot();
    std::optional<std::uint32_t> row;
    if (const auto* id = std::get_if<PhotoId>(current))
        row = library.rowOf(*id);
    else if (const auto* file = std::get_if<std::filesystem::path>(current))
        row = library.rowOf(*file);
    return row ? &library.photos()[*row] : nullptr;
}

std::filesystem::path SimilarPresenter::queryFile() const {
    const PhotoQuery* current = query();
    if (!current)
        return {};
    if (const auto* file = std::get_if<std::filesystem::path>(current))
        return *file;
    const PhotoRow* photo = queryPhoto();
    return photo ? session_.snapshot()->file(*photo) : std::filesystem::path();
}

QString SimilarPresenter::queryPlace() const {
    const PhotoRow* photo = queryPhoto();
    return photo ? session_.snapshot()->place(*photo) : QString();
}

void SimilarPresenter::setThreshold(double similarity) {
    results_.setThreshold(similarity);
    Q_EMIT resultsChanged();
}

void SimilarPresenter::setFilter(const QString& text) {
    results_.setFilter(text);
    Q_EMIT resultsChanged();
}

void SimilarPresenter::take(const Result<SearchResult>& result) {
    if (result) {
        error_.reset();
        answer_ = *result;
        results_.setResults(session_.snapshot(), std::move(answer_->photos));
    } else {
        error_ = result.error();
        answer_.reset();
        results_.setResults(session_.snapshot(), {});
    }
    Q_EMIT answered();
    Q_EMIT resultsChanged();
}

std::vector<int> SimilarPresenter::histogram() const {
    std::vector<int> bins(histogramBins);
    for (const RankedPhoto& result : results_.ranked()) {
        const int bin = std::clamp(static_cast<int>(result.similarity * histogramBins), 0, histogramBins - 1);
        ++bins[static_cast<std::size_t>(bin)];
    }
    return bins;
}

} // namespace likeness::ui
