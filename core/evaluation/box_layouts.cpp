// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts whose boxes the library reads too: COCO and YOLO.
#include "core/base/path_text.h"
#include "core/evaluation/dataset_reader.h"

#include <algorithm>
#include <sstream>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// As the readers of boxes want them. Ids count from 0.
std::vector<Photo> photosBelow(const fs::path& folder) {
    std::vector<Photo> photos;
    for (const fs::path& file : photoFilesBelow(folder)) {
        Photo photo;
        photo.id = {std::ssize(photos)};
        photo.file = file;
        photos.push_back(std::move(photo));
    }
    return photos;
}

Dataset withBoxes(Dataset dataset, const std::vector<Photo>& photos, BoxTruth truth) {
    std::int64_t without = 0;
    for (const Photo& photo : photos) {
        const auto boxes = truth.boxesOfPhoto.find(photo.id);
        if (boxes == truth.boxesOfPhoto.end()) {
            ++without;
            dataset.photos.push_back({photo.file, {LabelSet()}, {}, {}, DatasetSplit::None});
            continue;
        }
        LabelSet labels = labelsOf(boxes->second);
        dataset.photos.push_back(
            {photo.file, {std::move(labels)}, std::move(boxes->second), {}, DatasetSplit::None});
    }
    if (without > 0)
        dataset.warnings.push_back(std::to_string(without) + " photos have no boxes");
    dataset.levels = {{"class", std::move(truth.labels)}};
    return dataset;
}

/// Lines of a label file that are neither a box nor an outline (an odd count of numbers from 7 on).
void warnOfLines(const fs::path& file, std::vector<std::string>& warnings) {
    const auto lines = readLines(file);
    for (std::size_t i = 0; lines && i < lines->size(); ++i) {
        std::istringstream line((*lines)[i]);
        int numbers = 0;
        for (double number = 0; line >> number;)
            ++numbers;
        const bool isOutline = numbers >= 7 && numbers % 2 == 1;
        const bool isWhole = line.eof() && (numbers == 0 || numbers == 5 || numbers == 6 || isOutline);
        if (!isWhole)
            warnings.push_back(pathText(file) + ", line " + std::to_string(i + 1) + ": not a box");
    }
}

} // namespace

Result<Dataset> readCoco(Dataset dataset) {
    const std::vector<Photo> photos = photosBelow(dataset.folder);
    auto truth = boxesFromCoco(photos);
    if (!truth)
        return truth.error();
    return withBoxes(std::move(dataset), photos, *std::move(truth));
}

Result<Dataset> readYolo(Dataset dataset) {
    const std::vector<Photo> photos = photosBelow(dataset.folder);
    auto truth = boxesFromYolo(photos);
    if (!truth)
        return truth.error();
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(dataset.folder / "labels", error))
        if (entry.path().extension() == ".txt")
            files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path& file : files)
        warnOfLines(file, dataset.warnings);
    return withBoxes(std::move(dataset), photos, *std::move(truth));
}

} // namespace likeness
