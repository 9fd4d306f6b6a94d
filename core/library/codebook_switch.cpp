// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/codebook_switch.h"

#include "core/library/codebook_repository.h"
#include "core/library/reencoding.h"
#include "core/library/training_loading.h"

namespace likeness {
namespace {

/// What training takes of the whole, about.
constexpr double trainingShare = 0.8;

Result<Codebook> trainAndKeep(const Database& database, const Recipe& pack, const std::string& method,
                              int bits, const std::function<void(double)>& progress,
                              const std::stop_token& stop) {
    const auto data = loadTrainingData(database, pack.pack(), {});
    if (!data)
        return data.error();
    CodebookTrainingOptions options;
    options.method = method;
    options.bits = bits;
    const auto watch = [&](const TrainingProgress& training) {
        progress(trainingShare * training.epoch / training.epochs);
    };
    const auto trained = trainCodebook(*data, options, pack.pack(), pack.codebook(), watch, stop);
    if (!trained)
        return trained.error();
    return CodebookRepository(database).add(trained->codebook);
}

} // namespace

Result<void> useCodebook(const Database& database, const std::string& method, int bits,
                         const std::function<void(double)>& progress, const std::stop_token& stop) {
    const auto name = libraryPackName(database);
    if (!name)
        return name.error();
    const auto pack = findModelPack(*name);
    if (!pack)
        return pack.error();
    auto recipe = loadRecipe(*pack);
    if (!recipe)
        return recipe.error();
    const Encoder& own = *(*recipe)->codebook().encoder;
    if (own.method() != method || own.bits() != bits) {
        auto codebook = CodebookRepository(database).find(method, bits, *pack);
        if (!codebook && codebook.error().code == ErrorCode::CodebookMissing)
            codebook = trainAndKeep(database, **recipe, method, bits, progress, stop);
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
