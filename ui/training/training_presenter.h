// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/library_training.h"
#include "ui/shared/library_session.h"
#include "ui/shared/session_codebooks.h"
#include "ui/shared/worker_thread.h"

#include <QElapsedTimer>
#include <QObject>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace likeness::ui {

/// What the user wants to train.
struct TrainingChoices {
    std::string method = "deep";
    int bits = 256;
    LabelSource labels = LabelSource::None;
    int folds = 0; // 0: no cross-validation
    LibraryTrainingOptions::HyperParameters hyperParameters = LibraryTrainingOptions::HyperParameters::Given;
    int seed = 1;
    double validationShare = .2;
    bool operator==(const TrainingChoices&) const = default;
};

/// Trains a codebook of whole photos on the open library, on a thread of its own, and offers what came of it.
/// Lives as long as the window, so that a training goes on while its dialog is closed. Main thread.
class TrainingPresenter : public QObject {
    Q_OBJECT

public:
    enum class State {
        Ready,
        Running,
        Stopping, // asked to end: the best so far is about to come
        Finished, // a codebook is offered
        Adopting, // photos are encoded with it
    };
    enum class Advice { None, TooFewPhotos, TooFewLabels, SmallLabels };
    /// Where a training is.
    struct Step {
        enum class Kind { Loading, Fold, Trial, Epoch, EpochOnAll } kind = Kind::Loading;
        int number = 0; // done, of `of`
        int of = 0;
    };

    TrainingPresenter(LibrarySession& session, SessionCodebooks& codebooks, QObject* parent = nullptr);
    /// Stops a training and waits.
    ~TrainingPresenter() override;

    const TrainingChoices& choices() const { return choices_; }
    /// Only while nothing runs and nothing is offered.
    void setChoices(const TrainingChoices& choices);
    bool canChoose() const { return state_ == State::Ready; }

    /// What each kind of label offers; none while it is being counted.
    std::optional<LabelSummary> summaryOf(LabelSource source) const;
    /// Counts anew: tags may have changed.
    void count();
    Advice advice() const;
    /// So many photos have to be there; more where parts of them are held out for cross-validation.
    int photosNeeded() const;

    State state() const { return state_; }
    bool canStart() const;
    const Step& step() const { return step_; }
    /// At most, for all epochs that are left; none before two epochs are done.
    std::optional<std::chrono::seconds> timeLeft() const;
    /// The curves so far; of the offered codebook once it is there.
    const std::vector<TrainingProgress>& epochs() const { return epochs_; }
    /// The offered codebook.
    const std::optional<LibraryTraining>& offer() const { return offer_; }
    /// Why the last training gave nothing, or the codebook could not be taken.
    const std::optional<Error>& error() const { return error_; }
    /// The offer can be taken now: not while photos are indexed.
    bool canUse() const { return state_ == State::Finished && codebooks_.canTrain(); }
    /// The offered codebook was taken since the last training.
    bool wasUsed() const { return used_; }

    void start();
    /// Offers the best so far.
    void cancel();
    void use();
    void discard();

Q_SIGNALS:
    void changed();    // anything but the curves
    void progressed(); // an epoch, a fold, a trial

private:
    bool learnsFromLabels() const {
        return choices_.method == "deep" && choices_.labels != LabelSource::None;
    }
    bool crossValidates() const;
    LibraryTrainingOptions options() const;
    LibraryTrainingWatch watch();
    void takeStep(const Step& step);
    void takeEpoch(const TrainingProgress& progress);
    void finish(Result<LibraryTraining> training);
    void finishAdopting(const Result<void>& done);
    void setState(State state);

    LibrarySession& session_;
    SessionCodebooks& codebooks_;
    TrainingChoices choices_;
    std::optional<std::array<LabelSummary, 3>> summaries_; // by LabelSource
    int counts_ = 0;                                       // asked for
    State state_ = State::Ready;
    Step step_;
    QElapsedTimer sinceFirstEpoch_;
    std::vector<TrainingProgress> epochs_;
    std::optional<LibraryTraining> offer_;
    std::optional<Error> error_;
    bool used_ = false;
    std::stop_source stop_;
    std::unique_ptr<WorkerThread> counter_;
    std::unique_ptr<WorkerThread> trainer_;
};

} // namespace likeness::ui
