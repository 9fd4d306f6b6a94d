// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/library_session.h"

#include "ui/shared/image_conversion.h"

#include "core/base/log.h"

#include <QElapsedTimer>

#include <algorithm>

namespace likeness::ui {

using namespace std::chrono_literals;

LibrarySession::LibrarySession(Options options, QObject* parent)
    : QObject(parent),
      options_(std::move(options)),
      reader_(options_.libraryFile),
      readerThread_(std::make_unique<WorkerThread>(QStringLiteral("library reader"))) {
    refreshTimer_.setSingleShot(true);
    refreshTimer_.setInterval(150ms);
    connect(&refreshTimer_, &QTimer::timeout, this, &LibrarySession::refresh);
    open();
}

LibrarySession::~LibrarySession() {
    run_.reset();
    service_.reset();
    readerThread_.reset();
    conversions_.waitForDone();
}

void LibrarySession::open() {
    readerThread_->post([this] {
        if (const auto opened = reader_.open(); !opened) {
            QMetaObject::invokeMethod(this, [this, error = opened.error()] { Q_EMIT failed(error); });
            return;
        }
        auto photos = reader_.readSnapshot();
        QMetaObject::invokeMethod(this, [this, photos = std::move(photos)] { takeSnapshot(photos, 0ms); });
        auto basis = reader_.readSearchBasis();
        QMetaObject::invokeMethod(this, [this, basis = std::move(basis)] { becomeSearchable(basis); });
    });
}

void LibrarySession::becomeSearchable(Result<SearchBasis> basis) {
    if (!basis) {
        basisError_ = basis.error();
        waitingRuns_.clear();
        Q_EMIT failed(basis.error());
        return;
    }
    basis_ = std::move(*basis);
    startService();
    Q_EMIT becameSearchable();
    if (waitingRequest_)
        submit(std::move(*std::exchange(waitingRequest_, std::nullopt)));
    goOnWithSuccession();
    startNextRun();
}

void LibrarySession::reload() {
    readerThread_->post([this] {
        auto basis = reader_.readSearchBasis();
        QMetaObject::invokeMethod(this, [this, basis = std::move(basis)] { replaceBasis(basis); });
    });
}

void LibrarySession::showChanges() {
    refreshSoon();
    reload();
}

/// The service goes first: it searches the indexes that are replaced.
void LibrarySession::replaceBasis(Result<SearchBasis> basis) {
    if (!basis) {
        Q_EMIT failed(basis.error());
        return;
    }
    service_.reset();
    basis_ = std::move(*basis);
    startService();
    Q_EMIT becameSearchable();
    Q_EMIT searchRestarted();
    goOnWithSuccession();
}

/// A run that was cancelled, or that ended with the program, is gone on with.
void LibrarySession::goOnWithSuccession() {
    const auto differs = [this](Granularity granularity) {
        return basis_->next->fingerprint(granularity) != basis_->recipe->fingerprint(granularity);
    };
    if (std::ranges::any_of(allGranularities, differs))
        index({});
}

void LibrarySession::usePack(const std::string& pack) {
    readerThread_->post([this, pack] {
        auto next = reader_.readRecipeOf(pack);
        QMetaObject::invokeMethod(this, [this, next = std::move(next)] { changeNextRecipe(next); });
    });
}

/// A run that is under way would go on with what was wanted before.
void LibrarySession::changeNextRecipe(const Result<std::shared_ptr<const Recipe>>& next) {
    if (!next || !basis_) {
        if (!next)
            Q_EMIT failed(next.error());
        return;
    }
    basis_->next = *next;
    Q_EMIT nextRecipeChanged();
    if (run_)
        run_->cancel();
    index({});
}

void LibrarySession::startService() {
    const auto answer = [this](RequestId id, const Result<SearchResult>& result) {
        QMetaObject::invokeMethod(this, [this, id, result] {
            if (id == newestRequest_)
                Q_EMIT searchAnswered(result);
        });
    };
    const auto explanation = [this](RequestId id, PhotoId photo, const Result<ShareMap>& map) {
        QMetaObject::invokeMethod(this, [this, id, photo, map] {
            if (id == newestExplanation_)
                Q_EMIT explained(photo, map);
        });
    };
    service_ = std::make_unique<SearchService>(
        SearchService::Setup{options_.libraryFile, basis_->recipe, options_.engine, {}}, *basis_->indexes,
        answer, explanation);
}

void LibrarySession::setEngine(Engine engine) {
    if (options_.engine == engine)
        return;
    options_.engine = engine;
    if (!service_)
        return;
    startService();
    Q_EMIT searchRestarted();
}

void LibrarySession::search(const PhotoQuery& query, SearchRequest request) {
    fillIn(query, std::move(request), [this, number = ++queryCount_](SearchRequest ready) {
        if (number == queryCount_)
            submit(std::move(ready));
    });
}

void LibrarySession::explain(const PhotoQuery& query, SearchRequest request, PhotoId photo) {
    fillIn(query, std::move(request), [this, photo, number = ++explanationCount_](SearchRequest ready) {
        if (number == explanationCount_ && service_)
            newestExplanation_ = service_->explain(std::move(ready), photo);
    });
}

/// Pasted pixels are converted on a thread of their own.
void LibrarySession::fillIn(const PhotoQuery& query, SearchRequest request, const Filled& filled) {
    if (const auto* pixels = std::get_if<QImage>(&query)) {
        conversions_.start([this, filled, request = std::move(request), image = *pixels]() mutable {
            request.query = toImage(image);
            QMetaObject::invokeMethod(
                this, [filled, request = std::move(request)]() mutable { filled(std::move(request)); });
        });
        return;
    }
    if (const auto* photo = std::get_if<PhotoId>(&query))
        request.query = *photo;
    else
        request.query = std::get<std::filesystem::path>(query);
    filled(std::move(request));
}

void LibrarySession::submit(SearchRequest request) {
    if (basisError_)
        Q_EMIT searchAnswered(*basisError_);
    else if (!service_)
        waitingRequest_ = std::move(request);
    else
        newestRequest_ = service_->submit(std::move(request));
}

void LibrarySession::index(std::vector<std::filesystem::path> folders) {
    if (basisError_) {
        Q_EMIT failed(*basisError_);
        return;
    }
    waitingRuns_.push_back(std::move(folders));
    startNextRun();
}

void LibrarySession::startNextRun() {
    if (run_ || !basis_ || waitingRuns_.empty())
        return;
    IndexOptions options;
    options.libraryFile = options_.libraryFile;
    options.folders = std::move(waitingRuns_.front());
    options.engine = options_.engine;
    options.workers = options_.workers;
    options.pace = pace_;
    options.priority = IndexOptions::Priority::GiveWay;
    options.first = first_;
    waitingRuns_.erase(waitingRuns_.begin());
    run_ = std::make_unique<IndexingRun>(std::move(options), basis_->next, basis_->indexes);
    connect(run_.get(), &IndexingRun::progressed, this, &LibrarySession::progressed);
    connect(run_.get(), &IndexingRun::photosChanged, this, &LibrarySession::refreshSoon);
    connect(run_.get(), &IndexingRun::finished, this, &LibrarySession::finishRun);
    paused_ = false;
    run_->start();
    Q_EMIT indexingChanged();
}

void LibrarySession::finishRun(const Result<IndexSummary>& summary) {
    run_.release()->deleteLater();
    paused_ = false;
    if (summary) {
        if (!summary->engineNotice.empty())
            log(LogLevel::Warning, summary->engineNotice);
        Q_EMIT indexingFinished(*summary);
        if (summary->searchedAnew)
            reload();
    } else {
        Q_EMIT failed(summary.error());
    }
    refreshSoon();
    startNextRun();
    if (!run_)
        Q_EMIT indexingChanged();
}

void LibrarySession::pause() {
    if (!run_)
        return;
    run_->pause();
    paused_ = true;
    Q_EMIT indexingChanged();
}

void LibrarySession::resume() {
    if (!run_)
        return;
    run_->resume();
    paused_ = false;
    Q_EMIT indexingChanged();
}

void LibrarySession::setPace(Pace pace) {
    pace_ = pace;
    if (run_)
        run_->setPace(pace);
}

void LibrarySession::putFirst(std::vector<PhotoId> photos) {
    first_ = std::move(photos);
    if (run_)
        run_->putFirst(first_);
}

void LibrarySession::refreshSoon() {
    if (refreshing_)
        refreshAgain_ = true;
    else if (!refreshTimer_.isActive())
        refreshTimer_.start();
}

void LibrarySession::refresh() {
    refreshing_ = true;
    readerThread_->post([this] {
        QElapsedTimer timer;
        timer.start();
        auto photos = reader_.readSnapshot();
        const std::chrono::milliseconds took(timer.elapsed());
        QMetaObject::invokeMethod(this,
                                  [this, photos = std::move(photos), took] { takeSnapshot(photos, took); });
    });
}

void LibrarySession::takeSnapshot(Result<SnapshotPtr> snapshot, std::chrono::milliseconds readingTook) {
    refreshing_ = false;
    // Reading takes at most a tenth of the time, however large the library is.
    refreshTimer_.setInterval(std::clamp<std::chrono::milliseconds>(9 * readingTook, 150ms, 5000ms));
    if (!snapshot) {
        Q_EMIT failed(snapshot.error());
        return;
    }
    snapshot_ = std::move(*snapshot);
    if (!std::exchange(loaded_, true))
        Q_EMIT loaded();
    Q_EMIT snapshotChanged();
    if (std::exchange(refreshAgain_, false))
        refreshSoon();
}

} // namespace likeness::ui
