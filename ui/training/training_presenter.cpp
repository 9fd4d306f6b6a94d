// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_presenter.h"

#include "core/hashing/training_input.h"

namespace likeness::ui {
namespace {

using Kind = TrainingPresenter::Step::Kind;

Result<std::array<LabelSummary, 3>> countAll(const std::filesystem::path& library, const ModelPack& pack) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    std::array<LabelSummary, 3> summaries;
    for (const LabelSource source : {LabelSource::None, LabelSource::Folders, LabelSource::Tags}) {
        const auto summary = summariseLabels(*database, pack, source);
        if (!summary)
            return summary.error();
        summaries[static_cast<std::size_t>(source)] = *summary;
    }
    return summaries;
}

Result<LibraryTraining> train(const std::filesystem::path& library, const ModelPack& pack,
                              const LibraryTrainingOptions& options, const LibraryTrainingWatch& watch,
                              const std::stop_token& stop) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    return trainOnLibrary(*database, pack, options, watch, stop);
}

} // namespace

TrainingPresenter::TrainingPresenter(LibrarySession& session, SessionCodebooks& codebooks, QObject* parent)
    : QObject(parent),
      session_(session),
      codebooks_(codebooks),
      counter_(std::make_unique<WorkerThread>(QStringLiteral("label counter"))),
      trainer_(std::make_unique<WorkerThread>(QStringLiteral("training"))) {
    connect(&codebooks_, &CodebookCatalog::changed, this, &TrainingPresenter::changed);
    connect(&codebooks_, &SessionCodebooks::adopted, this, &TrainingPresenter::finishAdopting);
    connect(&session_, &LibrarySession::becameSearchable, this, &TrainingPresenter::count);
    connect(&session_, &LibrarySession::indexingFinished, this, &TrainingPresenter::count);
    count();
}

TrainingPresenter::~TrainingPresenter() {
    stop_.request_stop();
    trainer_.reset();
    counter_.reset();
}

void TrainingPresenter::setChoices(const TrainingChoices& choices) {
    if (!canChoose() || choices == choices_)
        return;
    choices_ = choices;
    error_.reset();
    used_ = false;
    Q_EMIT changed();
}

std::optional<LabelSummary> TrainingPresenter::summaryOf(LabelSource source) const {
    if (!summaries_)
        return std::nullopt;
    return (*summaries_)[static_cast<std::size_t>(source)];
}

void TrainingPresenter::count() {
    if (!session_.recipe())
        return;
    counter_->post(
        [this, number = ++counts_, library = session_.libraryFile(), pack = session_.recipe()->pack()] {
            auto summaries = countAll(library, pack);
            QMetaObject::invokeMethod(this, [this, number, summaries = std::move(summaries)] {
                if (number != counts_)
                    return;
                if (summaries)
                    summaries_ = *summaries;
                else
                    error_ = summaries.error();
                Q_EMIT changed();
            });
        });
}

TrainingPresenter::Advice TrainingPresenter::advice() const {
    const auto summary = summaryOf(choices_.labels);
    if (!summary)
        return Advice::None;
    if (learnsFromLabels() && (summary->labels < 2 || summary->learnable < 1))
        return Advice::TooFewLabels;
    if (summary->photos < photosNeeded())
        return Advice::TooFewPhotos;
    if (learnsFromLabels() && summary->learnable < summary->labels)
        return Advice::SmallLabels;
    return Advice::None;
}

bool TrainingPresenter::crossValidates() const {
    return learnsFromLabels() &&
           (choices_.folds > 0 ||
            choices_.hyperParameters == LibraryTrainingOptions::HyperParameters::Searched);
}

int TrainingPresenter::photosNeeded() const {
    if (!crossValidates())
        return fewestSamples;
    const int folds = choices_.folds > 0 ? choices_.folds : 3;
    return fewestSamples * folds / (folds - 1) + 1;
}

bool TrainingPresenter::canStart() const {
    const Advice now = advice();
    return state_ == State::Ready && summaries_ && now != Advice::TooFewPhotos && now != Advice::TooFewLabels;
}

LibraryTrainingOptions TrainingPresenter::options() const {
    LibraryTrainingOptions options;
    options.labels = choices_.labels;
    options.training.method = choices_.method;
    options.training.bits = choices_.bits;
    options.training.seed = static_cast<std::uint64_t>(choices_.seed);
    options.training.validationShare = choices_.validationShare;
    if (learnsFromLabels()) {
        options.folds = choices_.folds;
        options.hyperParameters = choices_.hyperParameters;
    }
    return options;
}

/// Carries what the training thread tells to the main thread.
LibraryTrainingWatch TrainingPresenter::watch() {
    LibraryTrainingWatch watch;
    watch.epoch = [this](const TrainingProgress& progress) {
        QMetaObject::invokeMethod(this, [this, progress] { takeEpoch(progress); });
    };
    watch.fold = [this, folds = choices_.folds](int fold, double) {
        QMetaObject::invokeMethod(this, [this, fold, folds] { takeStep({Kind::Fold, fold, folds}); });
    };
    watch.trial = [this](const DeepTrial&, int number, int trials) {
        QMetaObject::invokeMethod(this, [this, number, trials] { takeStep({Kind::Trial, number, trials}); });
    };
    return watch;
}

void TrainingPresenter::start() {
    if (!canStart())
        return;
    stop_ = std::stop_source();
    step_ = {};
    epochs_.clear();
    offer_.reset();
    error_.reset();
    used_ = false;
    trainer_->post([this, library = session_.libraryFile(), pack = session_.recipe()->pack(),
                    options = options(), watch = watch(), stop = stop_.get_token()] {
        const auto training =
            std::make_shared<Result<LibraryTraining>>(train(library, pack, options, watch, stop));
        QMetaObject::invokeMethod(this, [this, training] { finish(std::move(*training)); });
    });
    setState(State::Running);
}

void TrainingPresenter::takeStep(const Step& step) {
    step_ = step;
    Q_EMIT progressed();
}

void TrainingPresenter::takeEpoch(const TrainingProgress& progress) {
    if (epochs_.empty())
        sinceFirstEpoch_.start();
    epochs_.push_back(progress);
    takeStep({progress.validation ? Kind::Epoch : Kind::EpochOnAll, progress.epoch, progress.epochs});
}

std::optional<std::chrono::seconds> TrainingPresenter::timeLeft() const {
    if (epochs_.size() < 2 || state_ != State::Running)
        return std::nullopt;
    // The second part, on all photos, repeats at most as many epochs as the first has.
    const TrainingProgress& last = epochs_.back();
    const int epochs = last.epochs - last.epoch + (last.validation ? last.epochs : 0);
    const double perEpoch =
        static_cast<double>(sinceFirstEpoch_.elapsed()) / static_cast<double>(epochs_.size() - 1);
    return std::chrono::seconds(static_cast<std::int64_t>(perEpoch * epochs / 1000) + 1);
}

void TrainingPresenter::cancel() {
    if (state_ != State::Running)
        return;
    stop_.request_stop();
    setState(State::Stopping);
}

void TrainingPresenter::finish(Result<LibraryTraining> training) {
    if (!training) {
        if (training.error().code != ErrorCode::Cancelled)
            error_ = training.error();
        setState(State::Ready);
        return;
    }
    epochs_ = training->epochs;
    offer_ = *std::move(training);
    setState(State::Finished);
}

void TrainingPresenter::use() {
    if (!canUse())
        return;
    error_.reset();
    setState(State::Adopting);
    codebooks_.adopt(offer_->trained.codebook);
}

void TrainingPresenter::finishAdopting(const Result<void>& done) {
    if (state_ != State::Adopting)
        return;
    if (!done) {
        error_ = done.error();
        setState(State::Finished);
        return;
    }
    used_ = true;
    offer_.reset();
    setState(State::Ready);
}

void TrainingPresenter::discard() {
    if (state_ != State::Finished)
        return;
    offer_.reset();
    epochs_.clear();
    error_.reset();
    setState(State::Ready);
    Q_EMIT progressed();
}

void TrainingPresenter::setState(State state) {
    state_ = state;
    Q_EMIT changed();
}

} // namespace likeness::ui
