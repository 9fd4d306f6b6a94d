// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/library_training.h"

#include "core/library/codebook_repository.h"
#include "core/library/descriptor_repository.h"
#include "core/library/photo_repository.h"
#include "core/library/tag_repository.h"
#include "core/library/verdict_repository.h"

#include <algorithm>
#include <utility>

namespace likeness {
namespace {

using HyperParameters = LibraryTrainingOptions::HyperParameters;

Result<TrainingData> loadData(const Database& database, const ModelPack& pack,
                              const LibraryTrainingOptions& options) {
    TrainingLoadOptions load = options.load;
    load.seed = options.training.seed;
    if (options.labels == LabelSource::None)
        return loadTrainingData(database, pack, load);
    const auto truth = labelsOf(database, options.labels);
    if (!truth)
        return truth.error();
    return loadTrainingData(database, pack, load, truth->labelsOfPhoto);
}

/// Cross-validation or search, where they were asked for; gives the options to train with.
Result<SupervisedOptions> prepare(const TrainingData& data, const LibraryTrainingOptions& options,
                                  LibraryTraining& outcome, const LibraryTrainingWatch& watch,
                                  const std::stop_token& stop) {
    SupervisedOptions supervised = options.training.supervised;
    supervised.bits = options.training.bits;
    supervised.schedule.seed = options.training.seed;
    if (options.hyperParameters == HyperParameters::Searched) {
        const auto trials = searchDeepOptions(data.matrix(), data.labels, supervised,
                                              options.folds > 0 ? options.folds : 3, {}, watch.trial, stop);
        if (!trials)
            return trials.error();
        outcome.best = trials->front();
        return trials->front().options;
    }
    if (options.folds > 0) {
        auto folds = crossValidate(data.matrix(), data.labels, supervised, options.folds, watch.fold, stop);
        if (!folds)
            return folds.error();
        outcome.folds = *std::move(folds);
    }
    return supervised;
}

/// What the library is searched with now, where that is of the pack.
Result<std::shared_ptr<const Encoder>> encoderInUse(const Database& database, const ModelPack& pack) {
    const auto recipe = libraryRecipe(database, pack);
    if (!recipe)
        return recipe.error();
    return (*recipe)->codebook().encoder;
}

Result<GroundTruth> verdictLabels(const Database& database, std::span<const Photo> photos) {
    std::vector<PhotoId> ids;
    for (const Photo& photo : photos)
        ids.push_back(photo.id);
    const VerdictRepository repository(database);
    const auto verdicts = repository.all();
    if (!verdicts)
        return verdicts.error();
    const auto contents = repository.contentsOf(ids);
    return contents ? Result<GroundTruth>(labelsFromVerdicts(*verdicts, *contents)) : contents.error();
}

} // namespace

Result<GroundTruth> labelsOf(const Database& database, LabelSource source) {
    if (source == LabelSource::None)
        return GroundTruth();
    if (source == LabelSource::Tags) {
        const auto tags = TagRepository(database).photoTags();
        return tags ? Result<GroundTruth>(labelsFromTags(*tags)) : tags.error();
    }
    const auto photos = PhotoRepository(database).photos();
    if (!photos)
        return photos.error();
    return source == LabelSource::Verdicts ? verdictLabels(database, *photos)
                                           : Result<GroundTruth>(labelsFromFolders(*photos));
}

Result<LabelSummary> summariseLabels(const Database& database, const ModelPack& pack, LabelSource source) {
    const auto photos = DescriptorRepository(database).photos(pack.descriptorSource());
    if (!photos)
        return photos.error();
    LabelSummary summary;
    if (source == LabelSource::None) {
        summary.photos = static_cast<int>(photos->size());
        return summary;
    }
    const auto truth = labelsOf(database, source);
    if (!truth)
        return truth.error();
    std::vector<int> photosOf(truth->labels.size());
    for (const PhotoId photo : *photos) {
        const auto labels = truth->labelsOfPhoto.find(photo);
        if (labels == truth->labelsOfPhoto.end())
            continue;
        ++summary.photos;
        for (const int label : labels->second)
            ++photosOf[static_cast<std::size_t>(label)];
    }
    summary.labels = static_cast<int>(std::ranges::count_if(photosOf, [](int count) { return count > 0; }));
    summary.learnable =
        static_cast<int>(std::ranges::count_if(photosOf, [](int count) { return count >= 3; }));
    return summary;
}

Result<LibraryTraining> trainOnLibrary(const Database& database, const ModelPack& pack,
                                       const LibraryTrainingOptions& options,
                                       const LibraryTrainingWatch& watch, const std::stop_token& stop) {
    const auto own = loadRecipe(pack);
    if (!own)
        return own.error();
    auto inUse = encoderInUse(database, pack);
    if (!inUse)
        return inUse.error();
    const auto data = loadData(database, pack, options);
    if (!data)
        return data.error();
    LibraryTraining outcome;
    auto supervised = prepare(*data, options, outcome, watch, stop);
    if (!supervised)
        return supervised.error();
    CodebookTrainingOptions training = options.training;
    training.supervised = *std::move(supervised);
    training.baseline = *std::move(inUse);
    const auto keepAndTell = [&](const TrainingProgress& progress) {
        outcome.epochs.push_back(progress);
        if (watch.epoch)
            watch.epoch(progress);
    };
    auto trained = trainCodebook(*data, training, pack, (*own)->codebook(), keepAndTell, stop);
    if (!trained)
        return trained.error();
    outcome.trained = *std::move(trained);
    return outcome;
}

} // namespace likeness
