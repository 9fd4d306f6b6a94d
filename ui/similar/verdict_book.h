// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/verdict_repository.h"
#include "ui/shared/library_worker.h"
#include "ui/similar/similar_presenter.h"

#include <QObject>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace likeness::ui {

/// What the user judges of the results of the query. Reads and writes on a thread of its own; what was judged
/// can be undone, step by step. Main thread.
class VerdictBook : public QObject {
    Q_OBJECT

public:
    VerdictBook(LibrarySession& session, SimilarPresenter& similar, QObject* parent = nullptr);

    /// False for pasted pixels, which have no file, and until the query is known.
    bool canJudge() const { return query_.has_value(); }
    /// Null where there is none.
    const Verdict* verdictOn(PhotoId photo) const;

    /// Photos that have all got that judgement already lose it.
    void judge(const std::vector<PhotoId>& photos, Judgement judgement);
    /// Of a photo that was judged.
    void note(PhotoId photo, const QString& text);

    bool canUndo() const { return !done_.empty(); }
    bool canRedo() const { return !undone_.empty(); }
    void undo();
    void redo();

    /// Writes all verdicts of the library, as the suffix says; written() tells the outcome.
    void exportTo(const QString& file);
    /// Adds those of a file, in place of former ones; written() tells the outcome.
    void importFrom(const QString& file);

Q_SIGNALS:
    void changed();
    /// The library has what was done; once for each step.
    void stored();
    void written(const QString& file, const likeness::Result<void>& outcome);
    void failed(const likeness::Error& error);

private:
    /// Verdicts of pairs before and after something was done; nothing: no verdict.
    using Verdicts = std::vector<std::pair<ContentPair, std::optional<Verdict>>>;
    struct Step {
        Verdicts before;
        Verdicts after;
    };
    struct Page {
        std::optional<ContentHash> query;
        std::unordered_map<PhotoId, ContentHash> contents; // of the results
        std::vector<Verdict> verdicts;
    };
    static Result<Page> read(const VerdictRepository& repository, const std::optional<ContentHash>& content,
                             const std::vector<PhotoId>& results);
    void turnToQuery();
    void take(std::uint64_t query, const Result<Page>& page);
    void open(const Page& page);
    void change(Verdicts after);
    void write(const Verdicts& verdicts);
    void show();
    std::optional<Verdict> standing(const ContentPair& pair) const;

    SimilarPresenter& similar_;
    std::optional<ContentHash> query_;
    std::unordered_map<PhotoId, ContentHash> contents_;
    std::map<ContentPair, Verdict> verdicts_;
    std::vector<Step> done_;
    std::vector<Step> undone_;
    std::uint64_t queries_ = 0; // so far; tells an answer to a former one
    bool isReading_ = false;    // one reading at a time, however fast a box is moved
    bool readsAgain_ = false;
    LibraryWorker worker_;
};

} // namespace likeness::ui
