// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/quality_presenter.h"

#include "core/evaluation/experiment_json.h"
#include "ui/quality/chart_export.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <iterator>

namespace likeness::ui {
namespace {

Result<Experiment> run(const std::filesystem::path& library, const ExperimentOptions& options,
                       const ExperimentSetup& setup, const ExperimentWatch& watch,
                       ExperimentControl& control) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    return runExperiment(*database, options, setup, watch, control);
}

/// A library that can't be written shows its experiments all the same.
void keep(const std::filesystem::path& library, const Experiment& experiment) {
    const auto database = Database::open(library, OpenMode::Write);
    if (!database)
        return;
    const std::string title = experiment.truth + " (" + std::to_string(experiment.runs.size()) + ")";
    [[maybe_unused]] const auto kept =
        ExperimentRepository(*database).add(title, QDateTime::currentSecsSinceEpoch(), toJson(experiment));
}

Result<Experiment> load(const std::filesystem::path& library, std::int64_t id) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto report = ExperimentRepository(*database).report(id);
    return report ? experimentFromJson(*report, "report") : report.error();
}

} // namespace

QualityPresenter::QualityPresenter(LibrarySession& session, QObject* parent)
    : QObject(parent),
      session_(session),
      worker_(std::make_unique<WorkerThread>(QStringLiteral("experiments"))) {
    connect(&session_, &LibrarySession::becameSearchable, this, &QualityPresenter::readKept);
    if (session_.recipe())
        readKept();
}

QualityPresenter::~QualityPresenter() {
    if (control_)
        control_->cancel();
    worker_.reset();
}

/// Carries what the worker tells to the main thread.
ExperimentWatch QualityPresenter::watch() {
    ExperimentWatch watch;
    watch.progress = [this](double share, const std::string& what) {
        QMetaObject::invokeMethod(this, [this, share, what = QString::fromStdString(what)] {
            share_ = share;
            doing_ = what;
            Q_EMIT progressed();
        });
    };
    watch.partial = [this](const Experiment& experiment) {
        QMetaObject::invokeMethod(this, [this, experiment] {
            experiment_ = experiment;
            Q_EMIT experimentChanged();
        });
    };
    return watch;
}

void QualityPresenter::start(const ExperimentOptions& options) {
    if (!canStart())
        return;
    control_ = std::make_shared<ExperimentControl>();
    error_.reset();
    share_ = 0;
    doing_.clear();
    worker_->post([this, library = session_.libraryFile(), options, control = control_, watch = watch(),
                   setup = ExperimentSetup{
                       session_.engine(), {}, QCoreApplication::applicationVersion().toStdString()}] {
        const auto outcome =
            std::make_shared<Result<Experiment>>(run(library, options, setup, watch, *control));
        if (*outcome)
            keep(library, **outcome);
        const auto kept = std::make_shared<Kept>(keptIn(library));
        QMetaObject::invokeMethod(this, [this, outcome, kept] {
            take(*kept);
            finish(*outcome);
        });
    });
    setState(State::Running);
}

void QualityPresenter::pause() {
    if (state_ != State::Running)
        return;
    control_->pause();
    setState(State::Paused);
}

void QualityPresenter::resume() {
    if (state_ != State::Paused)
        return;
    control_->resume();
    setState(State::Running);
}

void QualityPresenter::cancel() {
    if (state_ != State::Running && state_ != State::Paused)
        return;
    control_->cancel();
    setState(State::Stopping);
}

void QualityPresenter::finish(const Result<Experiment>& outcome) {
    if (outcome) {
        experiment_ = *outcome;
        Q_EMIT experimentChanged();
    } else if (outcome.error().code != ErrorCode::Cancelled) {
        error_ = outcome.error();
    }
    setState(State::Ready);
}

QualityPresenter::Kept QualityPresenter::keptIn(const std::filesystem::path& library) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    return database ? ExperimentRepository(*database).all() : Kept(database.error());
}

void QualityPresenter::readKept() {
    worker_->post([this, library = session_.libraryFile()] { report(keptIn(library)); });
}

/// On the worker.
void QualityPresenter::report(Kept kept) {
    QMetaObject::invokeMethod(this, [this, kept = std::move(kept)] {
        take(kept);
        Q_EMIT changed();
    });
}

void QualityPresenter::take(const Kept& kept) {
    if (kept)
        kept_ = *kept;
    else
        error_ = kept.error();
}

void QualityPresenter::showKept(std::int64_t id, Show how) {
    if (state_ != State::Ready)
        return;
    worker_->post([this, id, how, library = session_.libraryFile()] {
        QMetaObject::invokeMethod(
            this, [this, how, loaded = load(library, id)]() mutable { show(std::move(loaded), how); });
    });
}

void QualityPresenter::show(Result<Experiment> loaded, Show how) {
    if (!loaded) {
        error_ = loaded.error();
        Q_EMIT changed();
        return;
    }
    if (how == Show::Beside && experiment_)
        std::ranges::move(loaded->runs, std::back_inserter(experiment_->runs));
    else
        experiment_ = *std::move(loaded);
    Q_EMIT experimentChanged();
}

void QualityPresenter::writeReport(const QString& file) {
    if (!experiment_)
        return;
    worker_->post([this, file, experiment = *experiment_] {
        const auto outcome = exportReport(experiment, file);
        QMetaObject::invokeMethod(this, [this, file, outcome] { Q_EMIT reportWritten(file, outcome); });
    });
}

void QualityPresenter::removeKept(std::int64_t id) {
    worker_->post([this, id, library = session_.libraryFile()] {
        const auto database = Database::open(library, OpenMode::Write);
        const auto removed =
            database ? ExperimentRepository(*database).remove(id) : Result<void>(database.error());
        report(removed ? keptIn(library) : Kept(removed.error()));
    });
}

void QualityPresenter::setState(State state) {
    state_ = state;
    Q_EMIT changed();
}

} // namespace likeness::ui
