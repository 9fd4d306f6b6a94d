// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/experiment_set.h"

#include "core/evaluation/library_training.h"

#include "core/base/path_text.h"
#include "core/evaluation/ground_truth.h"
#include "core/library/photo_repository.h"
#include "core/library/tag_repository.h"

#include <algorithm>
#include <random>

namespace likeness {
namespace {

/// Labels of photos as they come from a source.
struct Truth {
    std::vector<DatasetLevel> levels;
    std::vector<GroundTruth> labels; // for each level
    BoxTruth boxes;
    std::string text;
    std::vector<std::string> warnings;
};

/// Folders as labels: of a library whose folders lie in folders, each depth is a level.
Truth truthFromFolders(const std::vector<Photo>& photos) {
    std::size_t depth = 1;
    const auto partsOf = [](const Photo& photo) {
        const std::filesystem::path folder = photo.relativePath.parent_path();
        return std::vector<std::filesystem::path>(folder.begin(), folder.end());
    };
    for (const Photo& photo : photos)
        depth = std::max(depth, partsOf(photo).size());
    Truth truth;
    for (std::size_t level = 0; level < depth; ++level) {
        std::vector<Photo> cut = photos;
        for (Photo& photo : cut) {
            const auto parts = partsOf(photo);
            std::filesystem::path folder;
            for (std::size_t i = 0; i < std::min(level + 1, parts.size()); ++i)
                folder /= parts[i];
            photo.relativePath = folder / "photo";
        }
        truth.labels.push_back(labelsFromFolders(cut));
        truth.levels.push_back(
            {depth == 1 ? "folder" : "level " + std::to_string(level + 1), truth.labels.back().labels});
    }
    truth.text = "folders of the library";
    return truth;
}

/// Photos with any box get the classes of their boxes as labels.
Truth truthFromBoxes(BoxTruth boxes, std::string text) {
    GroundTruth labels{boxes.labels, {}};
    for (const auto& [photo, placed] : boxes.boxesOfPhoto) {
        LabelSet& own = labels.labelsOfPhoto[photo];
        for (const LabelledBox& box : placed)
            own.push_back(box.label);
        std::ranges::sort(own);
        own.erase(std::unique(own.begin(), own.end()), own.end());
    }
    Truth truth;
    truth.levels = {{"class", boxes.labels}};
    truth.labels = {std::move(labels)};
    truth.boxes = std::move(boxes);
    truth.text = std::move(text);
    return truth;
}

/// Photos of CUB-200-2011 have one class each, and a box around its bird: the boxes are asked for where
/// places are to be found, whole photos otherwise.
bool asksByBoxes(const Dataset& dataset, const ExperimentOptions& options) {
    switch (dataset.layout) {
    case DatasetLayout::PascalVoc:
    case DatasetLayout::Coco:
    case DatasetLayout::Yolo:
        return true;
    case DatasetLayout::Cub200:
        return std::ranges::any_of(dataset.photos,
                                   [](const DatasetPhoto& photo) { return !photo.boxes.empty(); }) &&
               std::ranges::any_of(options.granularities,
                                   [](const std::string& each) { return each != "global"; });
    default:
        return false;
    }
}

Result<Truth> truthFromDataset(const std::vector<Photo>& photos, const ExperimentOptions& options) {
    const auto layout = layoutFromName(options.layout);
    if (!layout && options.layout != "auto")
        return makeError(ErrorCode::InvalidArgument, {"there is no layout \"" + options.layout + "\""});
    const auto dataset = readDataset(options.dataset, layout);
    if (!dataset)
        return dataset.error();
    Truth truth;
    const std::string text =
        pathText(dataset->folder.filename()) + ", " + std::string(layoutName(dataset->layout));
    if (asksByBoxes(*dataset, options)) {
        truth = truthFromBoxes(boxesFromDataset(*dataset, photos), text);
    } else {
        truth.levels = dataset->levels;
        for (std::size_t level = 0; level < dataset->levels.size(); ++level)
            truth.labels.push_back(labelsFromDataset(*dataset, level, photos));
        truth.text = text;
    }
    truth.warnings = dataset->warnings;
    return truth;
}

Result<Truth> truthOf(const Database& database, const std::vector<Photo>& photos,
                      const ExperimentOptions& options) {
    if (!options.dataset.empty())
        return truthFromDataset(photos, options);
    if (options.labels == "folders")
        return truthFromFolders(photos);
    if (options.labels == "tags") {
        const auto tags = TagRepository(database).photoTags();
        if (!tags)
            return tags.error();
        Truth truth;
        truth.labels = {labelsFromTags(*tags)};
        truth.levels = {{"tag", truth.labels.front().labels}};
        truth.text = "tags of the library";
        return truth;
    }
    if (options.labels == "verdicts") {
        auto labels = labelsOf(database, LabelSource::Verdicts);
        if (!labels)
            return labels.error();
        Truth truth;
        truth.levels = {{"group", labels->labels}};
        truth.labels = {*std::move(labels)};
        truth.text = "verdicts of the library";
        return truth;
    }
    const bool isYolo = options.labels == "yolo";
    auto boxes = isYolo ? boxesFromYolo(photos) : boxesFromCoco(photos);
    if (!boxes)
        return boxes.error();
    return truthFromBoxes(*std::move(boxes), isYolo ? "YOLO boxes" : "COCO boxes");
}

/// Which labels of the finest level may be asked for, by boxes.
std::vector<std::uint8_t> askedLabels(const ExperimentSet& set, const ExperimentOptions& options) {
    std::vector<int> photosOf(set.levels.back().labels.size());
    for (const auto& labels : set.labels)
        for (const int label : labels.back())
            ++photosOf[static_cast<std::size_t>(label)];
    std::vector<std::uint8_t> asked(photosOf.size());
    for (std::size_t label = 0; label < asked.size(); ++label)
        asked[label] = photosOf[label] >= std::max(2, options.minClassPhotos) &&
                               !std::ranges::count(options.excluded, set.levels.back().labels[label])
                           ? 1
                           : 0;
    return asked;
}

void addQueries(const ExperimentOptions& options, ExperimentSet& set) {
    const auto asked = askedLabels(set, options);
    for (std::size_t row = 0; row < set.photos.size(); ++row) {
        if (set.boxes.empty()) {
            set.queries.push_back({row, wholePhoto, set.labels[row]});
            continue;
        }
        for (const LabelledBox& box : set.boxes[row])
            if (asked[static_cast<std::size_t>(box.label)] != 0 && box.place.area() >= options.minArea &&
                box.place.area() < options.maxArea)
                set.queries.push_back({row, box.place, {{box.label}}});
    }
    const auto most = static_cast<std::size_t>(options.mostQueries);
    if (most == 0 || set.queries.size() <= most)
        return;
    std::mt19937_64 random(options.seed);
    for (std::size_t i = 0; i < most; ++i)
        std::swap(set.queries[i], set.queries[i + random() % (set.queries.size() - i)]);
    set.queries.resize(most);
    std::ranges::sort(set.queries, {}, &ExperimentQuery::row);
}

/// Takes the photos to learn from out of `photos`.
void separate(const ExperimentOptions& options, const GroundTruth& finest, std::vector<Photo>& photos,
              ExperimentSet& set) {
    const std::string split =
        options.trainSplit.empty() && !options.methods.empty() ? "even" : options.trainSplit;
    if (split.empty())
        return;
    set.learned = halfOf(finest, photos, split == "odd" ? Half::Odd : Half::Even).labelsOfPhoto;
    std::erase_if(photos, [&set](const Photo& photo) { return set.learned.contains(photo.id); });
    set.separated = {split, std::ssize(set.learned), std::ssize(photos)};
}

} // namespace

Result<ExperimentSet> makeExperimentSet(const Database& database, const ExperimentOptions& options) {
    auto photos = PhotoRepository(database).photos();
    if (!photos)
        return photos.error();
    std::erase_if(*photos,
                  [](const Photo& photo) { return photo.missing || photo.state != PhotoState::Indexed; });
    if (photos->empty())
        return makeError(ErrorCode::LibraryEmpty, {pathText(database.file())});
    const auto truth = truthOf(database, *photos, options);
    if (!truth)
        return truth.error();
    const GroundTruth& finest = truth->labels.back();
    std::erase_if(*photos, [&](const Photo& photo) { return !finest.labelsOfPhoto.contains(photo.id); });
    ExperimentSet set;
    set.levels = truth->levels;
    set.truth = truth->text;
    set.warnings = truth->warnings;
    separate(options, finest, *photos, set);
    set.photos = *std::move(photos);
    const bool hasBoxes = !truth->boxes.boxesOfPhoto.empty();
    for (const Photo& photo : set.photos) {
        set.labels.emplace_back();
        for (const GroundTruth& level : truth->labels) {
            const auto own = level.labelsOfPhoto.find(photo.id);
            set.labels.back().push_back(own == level.labelsOfPhoto.end() ? LabelSet() : own->second);
        }
        if (hasBoxes)
            set.boxes.push_back(truth->boxes.boxesOfPhoto.at(photo.id));
    }
    addQueries(options, set);
    if (set.queries.empty())
        return hasBoxes ? makeError(ErrorCode::NoBoxes, {"none of the boxes is within the limits asked for"})
                        : makeError(ErrorCode::NoLabels, {pathText(database.file())});
    return set;
}

} // namespace likeness
