// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/codebook_switch.h"

#include "core/library/codebook_repository.h"
#include "core/library/recipe_succession.h"
#include "core/library/reencoding.h"
#include "core/library/training_loading.h"
#include "core/library/writer_lock.h"

namespace likeness {
namespace {

/// What training takes of the whole, about.
constexpr double trainingShare = 0.8;

CodebookTrainingOptions optionsFor(const LibraryCodebook& wanted) {
    CodebookTrainingOptions options;
    options.method = wanted.method;
    options.bits = wanted.bits;
    return options;
}

Result<Codebook> trainAndKeep(const Database& database, const Recipe& pack, const LibraryCodebook& wanted,
                              const std::function<void(double)>& progress, const std::stop_token& stop) {
    const auto data = loadTrainingData(database, pack.pack(), {});
    if (!data)
        return data.error();
    const CodebookTrainingOptions options = optionsFor(wanted);
    const auto watch = [&](const TrainingProgress& training) {
        progress(trainingShare * training.epoch / training.epochs);
    };
    const auto trained = trainCodebook(*data, options, pack.pack(), pack.codebook(), watch, stop);
    if (!trained)
        return trained.error();
    return CodebookRepository(database).add(trained->codebook);
}

/// What reading photos for their windows takes of it, about.
constexpr double samplingShare = 0.7;

/// The pack that the library is searched with, in its precision.
Result<std::shared_ptr<const Recipe>> packRecipe(const Database& database) {
    const auto name = libraryPackName(database);
    if (!name)
        return name.error();
    const auto pack = libraryPack(database, *name);
    if (!pack)
        return pack.error();
    return loadRecipe(*pack);
}

Result<Codebook> trainWindowsAndKeep(const Database& database, const Recipe& pack, Granularity granularity,
                                     const LibraryCodebook& wanted, const WindowSamplingOptions& sampling,
                                     const std::function<void(double)>& progress,
                                     const std::stop_token& stop) {
    const auto data = sampleWindows(
        database, pack.pack(), granularity, sampling, [&](double share) { progress(samplingShare * share); },
        stop);
    if (!data)
        return data.error();
    const auto watch = [&](const TrainingProgress& state) {
        progress(samplingShare + (1 - samplingShare) * state.epoch / state.epochs);
    };
    const auto trained = trainWindowCodebook(*data, granularity, optionsFor(wanted), pack.pack(),
                                             pack.codebook(granularity), watch, stop);
    if (!trained)
        return trained.error();
    return CodebookRepository(database).add(trained->codebook);
}

/// The checksum of the codebook; empty for the pack's own.
Result<std::string> windowCodebook(const Database& database, const Recipe& pack, Granularity granularity,
                                   const CodebookChoice& wanted, const WindowSamplingOptions& sampling,
                                   const std::function<void(double)>& progress, const std::stop_token& stop) {
    if (!wanted)
        return std::string();
    auto codebook = CodebookRepository(database).find(granularity, wanted->method, wanted->bits, pack.pack());
    if (!codebook && codebook.error().code == ErrorCode::CodebookMissing)
        codebook = trainWindowsAndKeep(database, pack, granularity, *wanted, sampling, progress, stop);
    return codebook ? Result<std::string>(codebook->checksum) : codebook.error();
}

} // namespace

Result<bool> useWindowCodebook(const Database& database, Granularity granularity,
                               const CodebookChoice& wanted, const WindowSamplingOptions& sampling,
                               const std::function<void(double)>& progress, const std::stop_token& stop) {
    const auto pack = packRecipe(database);
    if (!pack)
        return pack.error();
    const auto checksum = windowCodebook(database, **pack, granularity, wanted, sampling, progress, stop);
    if (!checksum)
        return checksum.error();
    const auto lock = WriterLock::acquire(database.file());
    if (!lock)
        return lock.error();
    if (const auto next = setNextCodebook(database, granularity, *checksum); !next)
        return next.error();
    const auto recipe = recipeToIndexWith(database, (*pack)->pack());
    if (!recipe)
        return recipe.error();
    const auto succeeded = succeedWhereComplete(database, **recipe);
    return succeeded ? Result<bool>(!*succeeded) : succeeded.error();
}

Result<void> useCodebook(const Database& database, const CodebookChoice& wanted,
                         const std::function<void(double)>& progress, const std::stop_token& stop) {
    auto recipe = packRecipe(database);
    if (!recipe)
        return recipe.error();
    if (wanted) {
        auto codebook = CodebookRepository(database).find(Granularity::Global, wanted->method, wanted->bits,
                                                          (*recipe)->pack());
        if (!codebook && codebook.error().code == ErrorCode::CodebookMissing)
            codebook = trainAndKeep(database, **recipe, *wanted, progress, stop);
        if (!codebook)
            return codebook.error();
        recipe = recipeWith(*codebook, **recipe);
    }
    const auto encoded = switchGlobalCodebook(
        database, **recipe, [&](double share) { progress(trainingShare + (1 - trainingShare) * share); },
        stop);
    return encoded ? Result<void>() : encoded.error();
}

} // namespace likeness
