// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent for the query, and what comes back; the query stands in similar_presenter.cpp.
#include "ui/similar/similar_presenter.h"

#include <algorithm>

namespace likeness::ui {

namespace {

/// Pasted pixels are converted by the session; they never stand beside another query photo.
QueryPhoto toQueryPhoto(const PhotoQuery& photo) {
    if (const auto* id = std::get_if<PhotoId>(&photo))
        return *id;
    if (const auto* file = std::get_if<std::filesystem::path>(&photo))
        return *file;
    return Image();
}

} // namespace

std::vector<QueryPhoto> SimilarPresenter::photosOf(const std::vector<PhotoId>& photos) const {
    std::vector<QueryPhoto> found;
    for (const PhotoId photo : photos)
        if (session_.snapshot()->rowOf(photo))
            found.push_back(toQueryPhoto(best(photo)));
    return found;
}

SearchRequest SimilarPresenter::request() const {
    SearchRequest request = makeRequest(state(), manner_, top);
    request.query = toQueryPhoto(state().photo);
    request.filter = filterOf(restriction_, queryPhoto(), *session_.snapshot());
    request.alsoLike = photosOf(state().alsoLike);
    request.unlike = photosOf(state().unlike);
    return request;
}

void SimilarPresenter::send() {
    sent_ = position_;
    if (awaitsPlace(state()))
        pacer_.takeAnswer(SearchStage::Final);
    else
        session_.search(state().photo, request());
}

void SimilarPresenter::forgetResults() {
    answer_.reset();
    error_.reset();
    results_.setResults(session_.snapshot(), {});
    Q_EMIT resultsChanged();
}

void SimilarPresenter::explain(PhotoId result) {
    if (query() && !awaitsPlace(state()))
        session_.explain(state().photo, request(), result);
}

void SimilarPresenter::take(const Result<SearchResult>& result) {
    if (sent_ != position_) { // the query that waits for a place now is another one
        pacer_.takeAnswer(SearchStage::Final);
        return;
    }
    Q_EMIT resultsAboutToChange();
    showResult(result);
    if (std::exchange(isNew_, false))
        Q_EMIT answered();
    else
        Q_EMIT refined();
    Q_EMIT resultsChanged();
    pacer_.takeAnswer(result ? result->stage : SearchStage::Final);
}

void SimilarPresenter::showResult(const Result<SearchResult>& result) {
    if (result) {
        error_.reset();
        answer_ = *result;
        results_.setResults(session_.snapshot(), std::move(answer_->photos));
    } else {
        error_ = result.error();
        answer_.reset();
        results_.setResults(session_.snapshot(), {});
    }
}

std::vector<Rectangle> SimilarPresenter::searchedPlaces() const {
    return answer_ ? answer_->queryPlaces : std::vector<Rectangle>();
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

std::filesystem::path SimilarPresenter::fileOf(PhotoId photo) const {
    const LibrarySnapshot& library = *session_.snapshot();
    const auto row = library.rowOf(photo);
    return row ? library.file(library.photos()[*row]) : std::filesystem::path();
}

void SimilarPresenter::setThreshold(double similarity) {
    results_.setThreshold(similarity);
    Q_EMIT resultsChanged();
}

void SimilarPresenter::setFilter(const QString& text) {
    results_.setFilter(text);
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
