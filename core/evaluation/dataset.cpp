// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/dataset.h"

#include "core/base/path_text.h"
#include "core/evaluation/dataset_reader.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace likeness {
namespace {

namespace fs = std::filesystem;

using Reader = Result<Dataset> (*)(Dataset);

struct LayoutEntry {
    DatasetLayout layout;
    std::string_view name;
    Reader read;
};

constexpr std::array layouts{
    LayoutEntry{DatasetLayout::ClassFolders, "folders", readClassFolders},
    LayoutEntry{DatasetLayout::Hierarchy, "hierarchy", readHierarchy},
    LayoutEntry{DatasetLayout::ImageNet, "imagenet", readImageNet},
    LayoutEntry{DatasetLayout::Caltech, "caltech", readCaltech},
    LayoutEntry{DatasetLayout::PascalVoc, "voc", readPascalVoc},
    LayoutEntry{DatasetLayout::Cub200, "cub", readCub200},
    LayoutEntry{DatasetLayout::Coco, "coco", readCoco},
    LayoutEntry{DatasetLayout::Yolo, "yolo", readYolo},
    LayoutEntry{DatasetLayout::Csv, "csv", readCsv},
};

const LayoutEntry& entryOf(DatasetLayout layout) {
    return *std::ranges::find(layouts, layout, &LayoutEntry::layout);
}

bool isFolder(const fs::path& place) {
    std::error_code ignored;
    return fs::is_directory(place, ignored);
}

bool isFile(const fs::path& place) {
    std::error_code ignored;
    return fs::is_regular_file(place, ignored);
}

bool hasCocoFile(const fs::path& folder) {
    if (isFile(folder / "annotations.json"))
        return true;
    std::error_code ignored;
    return std::ranges::any_of(
        fs::directory_iterator(folder / "annotations", ignored),
        [](const fs::directory_entry& entry) { return entry.path().extension() == ".json"; });
}

Error unknownLayout(const fs::path& place) {
    return makeError(ErrorCode::DatasetInvalid,
                     {pathText(place), "it holds no labelled photos in a layout that is known here"});
}

/// Folders of photos below this one, and how deep the photos lie.
std::optional<DatasetLayout> layoutByDepth(const fs::path& folder) {
    std::set<std::size_t> depths;
    for (const fs::path& file : photoFilesBelow(folder)) {
        const fs::path relative = file.lexically_relative(folder).parent_path();
        depths.insert(static_cast<std::size_t>(std::distance(relative.begin(), relative.end())));
    }
    depths.erase(0); // photos beside the classes
    if (depths.empty())
        return std::nullopt;
    return *depths.rbegin() > 1 ? DatasetLayout::Hierarchy : DatasetLayout::ClassFolders;
}

std::optional<DatasetLayout> layoutOfFolder(const fs::path& folder) {
    if (pascalVocFolder(folder))
        return DatasetLayout::PascalVoc;
    if (cub200Folder(folder))
        return DatasetLayout::Cub200;
    if (hasCocoFile(folder))
        return DatasetLayout::Coco;
    if (isFolder(folder / "images") && isFolder(folder / "labels"))
        return DatasetLayout::Yolo;
    if (isFile(folder / "labels.csv"))
        return DatasetLayout::Csv;
    if (imageNetFolder(folder))
        return DatasetLayout::ImageNet;
    if (caltechFolder(folder))
        return DatasetLayout::Caltech;
    return layoutByDepth(folder);
}

} // namespace

std::string_view layoutName(DatasetLayout layout) {
    return entryOf(layout).name;
}

std::optional<DatasetLayout> layoutFromName(std::string_view name) {
    const auto* const entry = std::ranges::find(layouts, name, &LayoutEntry::name);
    return entry == layouts.end() ? std::nullopt : std::optional(entry->layout);
}

Result<DatasetLayout> recogniseLayout(const fs::path& place) {
    if (isFile(place))
        return place.extension() == ".csv" ? Result<DatasetLayout>(DatasetLayout::Csv) : unknownLayout(place);
    if (!isFolder(place))
        return makeError(ErrorCode::FolderNotFound, {pathText(place)});
    const auto layout = layoutOfFolder(place);
    return layout ? Result<DatasetLayout>(*layout) : unknownLayout(place);
}

Result<Dataset> readDataset(const fs::path& place, std::optional<DatasetLayout> layout) {
    std::error_code ignored;
    const fs::path real = fs::canonical(place, ignored);
    const auto recognised = layout ? Result<DatasetLayout>(*layout) : recogniseLayout(place);
    if (!recognised)
        return recognised.error();
    Dataset empty;
    empty.layout = *recognised;
    empty.folder = real.empty() ? place : real;
    auto dataset = entryOf(*recognised).read(std::move(empty));
    if (!dataset)
        return dataset;
    const bool hasLabels = std::ranges::any_of(
        dataset->photos, [](const DatasetPhoto& photo) { return !photo.labels.back().empty(); });
    if (!hasLabels)
        return unknownLayout(place);
    std::ranges::sort(dataset->photos, {}, &DatasetPhoto::file);
    return dataset;
}

DatasetSummary summaryOf(const Dataset& dataset) {
    DatasetSummary summary;
    summary.layout = dataset.layout;
    summary.photos = std::ssize(dataset.photos);
    summary.difficult = dataset.difficult;
    summary.warnings = dataset.warnings;
    std::vector<std::set<int>> used(dataset.levels.size());
    for (const DatasetPhoto& photo : dataset.photos) {
        for (std::size_t level = 0; level < used.size(); ++level)
            used[level].insert(photo.labels[level].begin(), photo.labels[level].end());
        summary.boxes += std::ssize(photo.boxes);
        summary.parts += std::ssize(photo.parts);
        summary.train += photo.split == DatasetSplit::Train ? 1 : 0;
        summary.test += photo.split == DatasetSplit::Test ? 1 : 0;
    }
    for (const std::set<int>& labels : used)
        summary.classes.push_back(std::ssize(labels));
    constexpr std::size_t mostExamples = 5;
    for (const int label : used.back())
        if (summary.examples.size() < mostExamples)
            summary.examples.push_back(dataset.levels.back().labels[static_cast<std::size_t>(label)]);
    return summary;
}

namespace {

/// Calls take(photo of the library, photo of the dataset) for each that both have.
template <typename Take>
void forEachPair(const Dataset& dataset, std::span<const Photo> photos, const Take& take) {
    std::unordered_map<std::string, const DatasetPhoto*> byFile;
    for (const DatasetPhoto& photo : dataset.photos)
        byFile.emplace(photo.file.native(), &photo);
    for (const Photo& photo : photos)
        if (const auto found = byFile.find(photo.file.native()); found != byFile.end())
            take(photo, *found->second);
}

} // namespace

GroundTruth labelsFromDataset(const Dataset& dataset, std::size_t level, std::span<const Photo> photos) {
    GroundTruth truth{dataset.levels[level].labels, {}};
    forEachPair(dataset, photos, [&](const Photo& photo, const DatasetPhoto& labelled) {
        if (!labelled.labels[level].empty())
            truth.labelsOfPhoto.emplace(photo.id, labelled.labels[level]);
    });
    return truth;
}

BoxTruth boxesFromDataset(const Dataset& dataset, std::span<const Photo> photos) {
    BoxTruth truth{dataset.levels.back().labels, {}};
    forEachPair(dataset, photos, [&](const Photo& photo, const DatasetPhoto& labelled) {
        if (!labelled.boxes.empty())
            truth.boxesOfPhoto.emplace(photo.id, labelled.boxes);
    });
    return truth;
}

} // namespace likeness
