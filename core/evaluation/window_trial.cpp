// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/window_trial.h"

#include "core/base/path_text.h"
#include "core/hashing/codebook_training.h"
#include "core/library/codebook_repository.h"
#include "core/library/database_copy.h"
#include "core/library/indexer.h"
#include "core/library/sqlite_guard.h"
#include "core/library/window_sampling.h"

#include <future>
#include <mutex>
#include <system_error>

namespace likeness {
namespace {

constexpr double learningShare = .4; // of the time that a trial takes, about

/// Leads an indexing run to those who wait for it, and what they want back to it.
class TrialRun : public IndexObserver {
public:
    TrialRun(const WindowTrial::Progress& progress, ExperimentControl& control)
        : progress_(progress), control_(control) {}

    Result<IndexSummary> run(const IndexOptions& options, const std::shared_ptr<const Recipe>& recipe) {
        Indexer indexer(options, recipe, nullptr, *this);
        indexer_ = &indexer;
        indexer.start();
        auto summary = end_.get_future().get();
        indexer.wait();
        return summary;
    }

    void onProgress(const IndexProgress& progress) override {
        if (progress.toIndex > 0)
            progress_(learningShare + (1 - learningShare) * static_cast<double>(progress.done) /
                                          static_cast<double>(progress.toIndex));
        if (!control_.mayGoOn())
            indexer_->cancel();
    }
    void onPhotosChanged() override {}
    void onIndexed(std::span<const PhotoId>) override {}
    void onFinished(const Result<IndexSummary>& summary) override { end_.set_value(summary); }

private:
    const WindowTrial::Progress& progress_;
    ExperimentControl& control_;
    Indexer* indexer_ = nullptr;
    std::promise<Result<IndexSummary>> end_;
};

Result<TrainedCodebook> train(const Database& library, const Recipe& pack, const WindowTrialOrder& order,
                              const WindowSamplingOptions& sampling, const WindowTrial::Progress& progress,
                              ExperimentControl& control) {
    std::stop_source stop;
    std::mutex oneAtATime;
    const auto data = sampleWindows(
        library, pack.pack(), order.granularity, sampling,
        [&](double share) {
            const std::lock_guard lock(oneAtATime);
            progress(learningShare * share);
            if (!control.mayGoOn())
                stop.request_stop();
        },
        stop.get_token());
    if (!data)
        return data.error();
    CodebookTrainingOptions training;
    training.method = order.method;
    training.bits = order.bits;
    training.seed = order.seed;
    return trainWindowCodebook(*data, order.granularity, training, pack.pack(),
                               pack.codebook(order.granularity), {}, stop.get_token());
}

} // namespace

Result<std::unique_ptr<WindowTrial>> WindowTrial::make(const Database& library, const Recipe& pack,
                                                       const WindowTrialOrder& order, Engine engine,
                                                       const DecodeLimits& limits, const Progress& progress,
                                                       ExperimentControl& control) {
    WindowSamplingOptions sampling;
    sampling.among = order.learned;
    sampling.seed = order.seed;
    sampling.engine = engine;
    sampling.limits = limits;
    const auto trained = train(library, pack, order, sampling, progress, control);
    if (!trained)
        return trained.error();
    auto recipe = recipeWith(trained->codebook, pack);
    if (!recipe)
        return recipe.error();
    std::unique_ptr<WindowTrial> trial(new WindowTrial);
    trial->recipe_ = *std::move(recipe);
    if (auto copied = trial->copy(library); !copied)
        return copied.error();
    if (auto encoded = trial->encode(engine, limits, progress, control); !encoded)
        return encoded.error();
    return trial;
}

Result<void> WindowTrial::copy(const Database& library) {
    std::error_code ignored;
    if (folder_.path().empty())
        return makeError(ErrorCode::FileNotWritable,
                         {pathText(std::filesystem::temp_directory_path(ignored)), "no folder can be made"});
    const std::filesystem::path file = folder_.path() / "trial.likeness";
    return guarded(file, [&] { copyDatabase(library.handle(), file); });
}

Result<void> WindowTrial::encode(Engine engine, const DecodeLimits& limits, const Progress& progress,
                                 ExperimentControl& control) {
    IndexOptions options;
    options.libraryFile = folder_.path() / "trial.likeness";
    options.engine = engine;
    options.limits = limits;
    const auto summary = TrialRun(progress, control).run(options, recipe_);
    if (!summary)
        return summary.error();
    if (summary->cancelled || !control.mayGoOn())
        return makeError(ErrorCode::Cancelled);
    auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    database_.emplace(*std::move(database));
    return {};
}

} // namespace likeness
