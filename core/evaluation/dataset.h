// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/label_set.h"
#include "core/base/result.h"
#include "core/evaluation/box_truth.h"
#include "core/evaluation/ground_truth.h"
#include "core/library/photo.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// How a labelled set of photos lies on the disk.
enum class DatasetLayout {
    ClassFolders, // one folder of photos for each class
    Hierarchy,    // folders in folders: every level is a labelling of its own
    ImageNet,     // folders by WordNet synset, n01440764; names from LOC_synset_mapping.txt, words.txt, …
    Caltech,      // Caltech-101 and -256: 101_ObjectCategories, or folders NNN.name
    PascalVoc,    // JPEGImages, Annotations/*.xml, ImageSets/Main
    Cub200,       // CUB-200-2011: images.txt, classes.txt, image_class_labels.txt, boxes, parts, split
    Coco,         // annotations.json or annotations/*.json
    Yolo,         // images/ beside labels/
    Csv,          // a file with lines "path,label"; several labels are parted by ';'
};

inline constexpr std::array allDatasetLayouts{
    DatasetLayout::ClassFolders, DatasetLayout::Hierarchy, DatasetLayout::ImageNet,
    DatasetLayout::Caltech,      DatasetLayout::PascalVoc, DatasetLayout::Cub200,
    DatasetLayout::Coco,         DatasetLayout::Yolo,      DatasetLayout::Csv};

/// "folders", "hierarchy", "imagenet", "caltech", "voc", "cub", "coco", "yolo", "csv".
std::string_view layoutName(DatasetLayout layout);
std::optional<DatasetLayout> layoutFromName(std::string_view name);

/// The part of a set that its makers put a photo into.
enum class DatasetSplit { None, Train, Test };

struct DatasetPhoto {
    std::filesystem::path file;       // absolute
    std::vector<LabelSet> labels;     // one set for each level of the dataset, coarsest first
    std::vector<LabelledBox> boxes{}; // of the finest level; difficult ones (Pascal VOC) are left out
    std::vector<LabelledBox> parts{}; // by number in partNames; a point is a box without size
    DatasetSplit split = DatasetSplit::None;
};

/// A labelling of all photos: one for most layouts, one for each depth of a hierarchy.
struct DatasetLevel {
    std::string name; // "class", "level 1", …
    std::vector<std::string> labels;
};

struct Dataset {
    DatasetLayout layout = DatasetLayout::ClassFolders;
    std::filesystem::path folder;
    std::vector<DatasetLevel> levels; // coarsest first; one at least
    std::vector<std::string> partNames{};
    std::vector<DatasetPhoto> photos{};  // by file
    std::vector<std::string> warnings{}; // printable: what was passed over, with file and line
    std::int64_t difficult = 0;          // objects left out as difficult
};

/// What a person is shown before anything runs.
struct DatasetSummary {
    DatasetLayout layout = DatasetLayout::ClassFolders;
    std::int64_t photos = 0;
    std::vector<std::int64_t> classes; // with photos, for each level
    std::vector<std::string> examples; // names of up to five classes of the finest level
    std::int64_t boxes = 0;
    std::int64_t parts = 0;
    std::int64_t difficult = 0;
    std::int64_t train = 0;
    std::int64_t test = 0;
    std::vector<std::string> warnings;
};

/// The layout of a folder, or of a CSV file. DatasetInvalid where it is none; FolderNotFound.
Result<DatasetLayout> recogniseLayout(const std::filesystem::path& place);

/// Reads all labels; looks at no pixels (but for CUB-200-2011, whose boxes are in pixels of unknown sizes).
/// Without a layout it is recognised. DatasetInvalid names file and line of what is broken; FolderNotFound,
/// FileNotReadable; DatasetInvalid also where no photo has a label.
Result<Dataset> readDataset(const std::filesystem::path& place,
                            std::optional<DatasetLayout> layout = std::nullopt);

DatasetSummary summaryOf(const Dataset& dataset);

/// The dataset's labels for photos of a library, found by their files; level 0 is the coarsest.
GroundTruth labelsFromDataset(const Dataset& dataset, std::size_t level, std::span<const Photo> photos);
BoxTruth boxesFromDataset(const Dataset& dataset, std::span<const Photo> photos);

} // namespace likeness
