// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/experiment.h"
#include "core/evaluation/experiment_runner.h"
#include "core/library/experiment_repository.h"
#include "ui/shared/library_session.h"
#include "ui/shared/worker_thread.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace likeness::ui {

/// Runs experiments on the open library, on a thread of its own, and keeps them in it. Lives as long as the
/// window. Main thread.
class QualityPresenter : public QObject {
    Q_OBJECT

public:
    enum class State { Ready, Running, Paused, Stopping };

    explicit QualityPresenter(LibrarySession& session, QObject* parent = nullptr);
    /// Cancels and waits.
    ~QualityPresenter() override;

    State state() const { return state_; }
    bool canStart() const { return state_ == State::Ready && session_.recipe() != nullptr; }
    double share() const { return share_; }
    const QString& doing() const { return doing_; }
    /// What is shown: the runs so far, the last experiment, or kept ones.
    const std::optional<Experiment>& experiment() const { return experiment_; }
    const std::optional<Error>& error() const { return error_; }
    const std::vector<KeptExperiment>& kept() const { return kept_; }
    LibrarySession& session() { return session_; }

    void start(const ExperimentOptions& options);
    void pause();
    void resume();
    void cancel();
    /// Shows a kept experiment; its runs come beside those that are shown where `compare` says so.
    enum class Show { Alone, Beside };
    void showKept(std::int64_t id, Show how);
    void removeKept(std::int64_t id);
    /// Writes a report on what is shown; reportWritten() tells the outcome.
    void writeReport(const QString& file);

Q_SIGNALS:
    void changed();           // state, error, list of those kept
    void progressed();        // share and what is being done
    void experimentChanged(); // what is shown
    void reportWritten(const QString& file, const likeness::Result<void>& outcome);

private:
    ExperimentWatch watch();
    void finish(const Result<Experiment>& outcome);
    using Kept = Result<std::vector<KeptExperiment>>;
    static Kept keptIn(const std::filesystem::path& library);
    void readKept();
    void report(Kept kept);
    void take(const Kept& kept);
    void show(Result<Experiment> loaded, Show how);
    void setState(State state);

    LibrarySession& session_;
    State state_ = State::Ready;
    double share_ = 0;
    QString doing_;
    std::optional<Experiment> experiment_;
    std::optional<Error> error_;
    std::vector<KeptExperiment> kept_;
    std::shared_ptr<ExperimentControl> control_;
    std::unique_ptr<WorkerThread> worker_;
};

} // namespace likeness::ui
