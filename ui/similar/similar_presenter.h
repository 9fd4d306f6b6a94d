// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/photo_query.h"
#include "ui/shared/result_list_model.h"

#include <QObject>

#include <optional>
#include <vector>

namespace likeness::ui {

/// Searches by whole photos: keeps the query, its results and the way back through earlier queries. Results
/// stay until the next ones are there.
class SimilarPresenter : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t top = 400;
    static constexpr int histogramBins = 50;

    SimilarPresenter(LibrarySession& session, double threshold, QObject* parent = nullptr);

    ResultListModel& results() { return results_; }

    void search(const PhotoQuery& query);
    void back() { go(position_ - 1); }
    void forward() { go(position_ + 1); }
    bool canGoBack() const { return position_ > 0; }
    bool canGoForward() const { return position_ + 1 < static_cast<std::ptrdiff_t>(history_.size()); }

    /// Null before the first query.
    const PhotoQuery* query() const;
    /// The photo behind the query; empty for pasted pixels.
    std::filesystem::path queryFile() const;
    /// Null where the query is not of the library.
    const PhotoRow* queryPhoto() const;
    /// Its folder in the library; empty where it is not of the library.
    QString queryPlace() const;

    void setThreshold(double similarity);
    void setFilter(const QString& text);

    /// Of the last answer.
    bool hasAnswer() const { return answer_.has_value(); }
    std::size_t searchedCount() const { return answer_ ? answer_->searched : 0; }
    double milliseconds() const { return answer_ ? answer_->timing.total().count() : 0; }
    const std::optional<Error>& error() const { return error_; }
    /// Number of results in each of histogramBins equal steps of similarity.
    std::vector<int> histogram() const;

Q_SIGNALS:
    void queryChanged();
    void answered();
    void resultsChanged(); // also by threshold or filter

private:
    void go(std::ptrdiff_t position);
    void take(const Result<SearchResult>& result);
    PhotoQuery best(const PhotoQuery& query) const;

    LibrarySession& session_;
    ResultListModel results_;
    std::vector<PhotoQuery> history_;
    std::ptrdiff_t position_ = -1;
    std::optional<SearchResult> answer_; // its photos are in results_
    std::optional<Error> error_;
};

} // namespace likeness::ui
