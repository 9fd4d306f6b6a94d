// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/indexing_run.h"
#include "ui/shared/library_reader.h"
#include "ui/shared/library_snapshot.h"
#include "ui/shared/photo_query.h"
#include "ui/shared/worker_thread.h"

#include "core/search/search_service.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace likeness::ui {

/// The open library: its photos, its index and its indexing run. Used on the main thread, where nothing here
/// waits: reading, searching and indexing happen on threads that the session owns, and what they find arrives
/// as signals.
class LibrarySession : public QObject {
    Q_OBJECT

public:
    struct Options {
        std::filesystem::path libraryFile;
        Engine engine = Engine::Auto;
        int workers = 0; // see IndexOptions::workers
    };

    explicit LibrarySession(Options options, QObject* parent = nullptr);
    ~LibrarySession() override;

    const std::filesystem::path& libraryFile() const { return options_.libraryFile; }
    /// Never null; empty until the library was read.
    SnapshotPtr snapshot() const { return snapshot_; }
    /// The photos were read at least once.
    bool isLoaded() const { return loaded_; }
    bool isIndexing() const { return run_ != nullptr; }
    bool isPaused() const { return paused_; }
    /// How photos become codes; null until the library can be searched.
    std::shared_ptr<const Recipe> recipe() const { return basis_ ? basis_->recipe : nullptr; }

    /// What indexing makes codes with: recipe(), or what it is to be replaced by as soon as all photos have
    /// such codes.
    std::shared_ptr<const Recipe> nextRecipe() const { return basis_ ? basis_->next : nullptr; }
    Engine engine() const { return options_.engine; }
    /// The codes that searches look at; null until the library can be searched.
    std::shared_ptr<const LiveIndexes> indexes() const { return basis_ ? basis_->indexes : nullptr; }

    /// Adds folders and indexes them, after a run that is under way. Without folders: looks at all anew.
    void index(std::vector<std::filesystem::path> folders);
    void pause();
    void resume();
    Pace pace() const { return pace_; }
    void setPace(Pace pace);
    /// Photos that the user looks at are indexed before others, in this order; not those of an earlier call.
    void putFirst(std::vector<PhotoId> photos);

    /// Searches by `query`, whatever photo the request names. Only the newest search is answered; one by a
    /// region twice.
    void search(const PhotoQuery& query, SearchRequest request);
    /// Asks which places make `photo` like the query; only the newest question is answered.
    void explain(const PhotoQuery& query, SearchRequest request, PhotoId photo);

    /// Reads the codes anew, after the library's codebook was changed; the old ones answer until then. Then
    /// goes on with indexing where photos lack the codes that are to come.
    void reload();
    /// Reads the photos anew, soon, and not their codes.
    void readPhotosAnew() { refreshSoon(); }
    /// Shows what others than indexing wrote to the library: photos that were moved.
    void showChanges();
    /// Indexes all photos with another pack; the former one answers until that is done.
    void usePack(const std::string& pack);

    /// For the next run, and for searches from now on.
    void setEngine(Engine engine);
    void setWorkers(int workers) { options_.workers = workers; }

Q_SIGNALS:
    /// The photos were read for the first time; the library is there, even where it was new.
    void loaded();
    void snapshotChanged();
    void becameSearchable();
    void nextRecipeChanged();
    void indexingChanged();
    void progressed(const likeness::IndexProgress& progress);
    void indexingFinished(const likeness::IndexSummary& summary);
    void searchAnswered(const likeness::Result<likeness::SearchResult>& result);
    void explained(likeness::PhotoId photo, const likeness::Result<likeness::ShareMap>& map);
    /// What was asked before will not be answered.
    void searchRestarted();
    void failed(const likeness::Error& error);

private:
    void open();
    void becomeSearchable(Result<SearchBasis> basis);
    void replaceBasis(Result<SearchBasis> basis);
    void changeNextRecipe(const Result<std::shared_ptr<const Recipe>>& next);
    void goOnWithSuccession();
    void startService();
    /// Called on the main thread with the photo in the request.
    using Filled = std::function<void(SearchRequest)>;
    void fillIn(const PhotoQuery& query, SearchRequest request, const Filled& filled);
    void submit(SearchRequest request);
    void startNextRun();
    void finishRun(const Result<IndexSummary>& summary);
    void refreshSoon();
    void refresh();
    void takeSnapshot(Result<SnapshotPtr> snapshot, std::chrono::milliseconds readingTook);

    Options options_;
    SnapshotPtr snapshot_ = std::make_shared<const LibrarySnapshot>();
    bool loaded_ = false;
    bool paused_ = false;
    Pace pace_ = Pace::Full;
    std::vector<PhotoId> first_; // see putFirst()
    bool refreshing_ = false;
    bool refreshAgain_ = false;
    QTimer refreshTimer_;
    std::optional<SearchBasis> basis_;
    std::optional<Error> basisError_;
    std::optional<SearchRequest> waitingRequest_; // made before the index was loaded
    std::uint64_t queryCount_ = 0;
    RequestId newestRequest_;
    std::uint64_t explanationCount_ = 0;
    RequestId newestExplanation_;
    std::vector<std::vector<std::filesystem::path>> waitingRuns_;
    LibraryReader reader_;    // used on readerThread_ alone
    QThreadPool conversions_; // pasted pixels become images here
    std::unique_ptr<SearchService> service_;
    std::unique_ptr<IndexingRun> run_;
    std::unique_ptr<WorkerThread> readerThread_;
};

} // namespace likeness::ui
