// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/photo_query.h"
#include "ui/shared/result_list_model.h"
#include "ui/similar/query_state.h"
#include "ui/similar/restriction.h"
#include "ui/similar/saved_query.h"
#include "ui/similar/search_pacer.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace likeness::ui {

/// Searches by photos, as wholes, by regions or parts: keeps the query with its tool and boxes, its results
/// and the way back through earlier queries. Results stay until the next ones are there.
class SimilarPresenter : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t top = 400;
    static constexpr int histogramBins = 50;

    SimilarPresenter(LibrarySession& session, double threshold, QObject* parent = nullptr);

    ResultListModel& results() { return results_; }

    /// A new query, by the whole photo.
    void search(const PhotoQuery& query);
    /// Searches by a result, and goes on with the window that matched where the tool is Region or Fused.
    void searchOn(PhotoId result);
    /// The query as it stands, to be kept; nothing for pasted pixels and before the first one.
    std::optional<SavedQuery> saved() const;
    /// A new query, as it was kept; photos that are gone are left out.
    void search(const SavedQuery& query);
    void back() { go(position_ - 1); }
    void forward() { go(position_ + 1); }
    bool canGoBack() const { return position_ > 0; }
    bool canGoForward() const { return position_ + 1 < static_cast<std::ptrdiff_t>(history_.size()); }

    /// Null before the first query.
    const PhotoQuery* query() const { return position_ < 0 ? nullptr : &state().photo; }
    /// Of the query, or what a first one would begin with.
    const QueryState& state() const;
    const SearchManner& manner() const { return manner_; }
    /// The photo behind the query; empty for pasted pixels.
    std::filesystem::path queryFile() const;
    /// Null where the query is not of the library.
    const PhotoRow* queryPhoto() const;
    /// Its folder in the library; empty where it is not of the library.
    QString queryPlace() const;
    /// Of a photo of the library; empty where it is no longer there.
    std::filesystem::path fileOf(PhotoId photo) const;

    /// What the user does with the query. Without a query these do nothing.
    void setTool(SearchMode tool);
    void setBoxes(std::vector<Rectangle> boxes);
    void setManner(const SearchManner& manner);
    void setRestriction(const Restriction& restriction);
    const Restriction& restriction() const { return restriction_; }
    /// Of the library.
    const std::vector<FolderNode>& folders() const { return session_.snapshot()->folders(); }
    void addLike(PhotoId photo);
    void addUnlike(PhotoId photo);
    void removePhoto(PhotoId photo); // of those added
    void setCombination(Combination combination);

    /// Asks the session why a result is like the query.
    void explain(PhotoId result);

    void setThreshold(double similarity);
    void setFilter(const QString& text);

    /// Of the last answer.
    bool hasAnswer() const { return answer_.has_value(); }
    std::size_t searchedCount() const { return answer_ ? answer_->searched : 0; }
    double milliseconds() const { return answer_ ? answer_->timing.total().count() : 0; }
    /// What was searched by on the query photo; clicks as the spots around them.
    std::vector<Rectangle> searchedPlaces() const;
    const std::optional<Error>& error() const { return error_; }
    /// Number of results in each of histogramBins equal steps of similarity.
    std::vector<int> histogram() const;
    /// An answer takes long.
    bool isBusy() const { return pacer_.isBusy(); }
    /// The results are the final answer to the query as it stands.
    bool isSettled() const { return pacer_.isSettled(); }

    /// As it was sent last, with photos.
    SearchRequest request() const;

Q_SIGNALS:
    void queryChanged();       // another photo
    void stateChanged();       // tool, boxes, photos or manner; follows queryChanged too
    void restrictionChanged(); // not by setRestriction()
    void resultsAboutToChange();
    void answered();       // for the first time since the query or its tool changed
    void refined();        // again, the same query
    void resultsChanged(); // also by threshold or filter
    void busyChanged();

private:
    QueryState* current();
    void begin(QueryState state);
    void go(std::ptrdiff_t position);
    void refresh();
    void send();
    void forgetResults();
    void take(const Result<SearchResult>& result);
    void showResult(const Result<SearchResult>& result);
    PhotoQuery best(const PhotoQuery& query) const;
    std::vector<PhotoId> knownPhotos(const std::vector<std::filesystem::path>& files) const;
    std::vector<QueryPhoto> photosOf(const std::vector<PhotoId>& photos) const;

    LibrarySession& session_;
    ResultListModel results_;
    SearchPacer pacer_;
    std::vector<QueryState> history_;
    std::ptrdiff_t position_ = -1;
    std::ptrdiff_t sent_ = -1; // position of the query that was sent last
    SearchManner manner_;
    Restriction restriction_;
    std::optional<SearchResult> answer_; // its photos are in results_
    std::optional<Error> error_;
    QTimer arrivals_; // photos that are indexed meanwhile may be results, too
    std::int64_t indexedBefore_ = 0;
    bool isNew_ = false; // no answer since the query or its tool changed
};

} // namespace likeness::ui
