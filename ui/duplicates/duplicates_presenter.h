// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/duplicates/duplicate_tree_model.h"
#include "ui/shared/library_session.h"
#include "ui/shared/library_worker.h"
#include "ui/shared/photo_model.h"

#include "core/duplicates/duplicate_action.h"
#include "core/duplicates/duplicate_finder.h"

#include <QObject>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace likeness::ui {

/// Finds duplicates and does what the user wants with them, on a thread of its own. Main thread.
class DuplicatesPresenter : public QObject {
    Q_OBJECT

public:
    struct Count {
        int groups = 0;
        std::int64_t bytes = 0; // that could be freed
    };

    DuplicatesPresenter(LibrarySession& session, std::vector<KeeperRule> rules, QObject* parent = nullptr);
    /// Stops what is under way and waits.
    ~DuplicatesPresenter() override;

    DuplicateTreeModel& groups() { return groups_; }
    ThumbnailLoader& thumbnails() { return thumbnails_; }
    /// The photos of the group that is looked at.
    PhotoListModel& groupPhotos() { return groupPhotos_; }
    void lookAt(const DuplicateGroup* group);

    bool hasSearched() const { return report_ != nullptr; }
    bool isBusy() const { return searching_ || acting_; }
    bool isSearching() const { return searching_; }
    /// Not while photos are indexed, or without any.
    bool canSearch() const;
    const std::optional<DuplicateProgress>& progress() const { return progress_; }
    Count count(DuplicateKind kind) const { return counts_[static_cast<std::size_t>(kind)]; }
    DuplicateKind kind() const { return kind_; }
    void setKind(DuplicateKind kind);
    void setFilter(const QString& text);

    void search();
    /// Ends the search, or the action after the photo in hand.
    void cancel();

    /// Answers with planned().
    void plan(const DuplicateAction& action);
    /// Answers with done().
    void carryOut(const DuplicatePlan& plan);
    bool canUndo() const { return !undoable_.empty() && !isBusy(); }
    void undo();

    const std::vector<KeeperRule>& rules() const { return policy_.rules; }
    const std::vector<std::filesystem::path>& protectedFolders() const { return policy_.protectedFolders; }
    void setRules(std::vector<KeeperRule> rules);
    void setProtectedFolders(std::vector<std::filesystem::path> folders);

Q_SIGNALS:
    void changed();
    void planned(const likeness::DuplicatePlan& plan);
    void done(const likeness::DuplicateOutcome& outcome);
    void undone(const likeness::DuplicateOutcome& back);
    void failed(const likeness::Error& error);

private:
    struct Undoable {
        DuplicateOutcome outcome;
        DuplicateReportPtr before;
    };
    void readProtectedFolders();
    void take(const Result<DuplicateReport>& report);
    void finish(const DuplicatePlan& plan, const DuplicateOutcome& outcome);
    void showReport(DuplicateReportPtr report);
    void suggestAnew();

    LibrarySession& session_;
    ThumbnailLoader thumbnails_;
    DuplicateTreeModel groups_;
    PhotoListModel groupPhotos_;
    std::vector<PhotoId> lookedAt_;
    KeeperPolicy policy_;
    DuplicateReportPtr report_; // null before a search
    std::array<Count, allDuplicateKinds.size()> counts_{};
    DuplicateKind kind_ = DuplicateKind::Near;
    QString filter_;
    bool searching_ = false;
    bool acting_ = false;
    std::optional<DuplicateProgress> progress_;
    std::vector<Undoable> undoable_;
    std::stop_source stop_;
    std::unique_ptr<LibraryWorker> worker_;
};

} // namespace likeness::ui
