// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/path_text.h"
#include "core/evaluation/box_truth.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// …/images/a/b.jpg -> …/labels/a/b.txt; nothing where no folder is called images.
std::optional<fs::path> labelFileOf(const fs::path& photo) {
    std::vector<fs::path> parts(photo.begin(), photo.end());
    const auto images = std::find(parts.rbegin(), parts.rend(), "images");
    if (images == parts.rend())
        return std::nullopt;
    *images = "labels";
    fs::path file;
    for (const fs::path& part : parts)
        file /= part;
    return file.replace_extension(".txt");
}

/// More classes than any data set has; what lies beyond is no label file.
constexpr int mostClasses = 100'000;

/// "class x y width height", by detectors followed by a confidence. Other lines, such as outlines, are none.
std::optional<LabelledBox> boxFromLine(const std::string& line) {
    std::istringstream text(line);
    int label = 0;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    if (!(text >> label >> x >> y >> width >> height) || label < 0 || label >= mostClasses)
        return std::nullopt;
    double confidence = 0;
    text >> confidence;
    text.clear();
    std::string more;
    if (text >> more)
        return std::nullopt;
    return LabelledBox{label, withinPhoto({x - width / 2, y - height / 2, width, height})};
}

std::vector<LabelledBox> readBoxes(const fs::path& file) {
    std::vector<LabelledBox> boxes;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);)
        if (const auto box = boxFromLine(line))
            boxes.push_back(*box);
    return boxes;
}

/// The first *.yaml, by name, in the folders from the photo's up to the third above it.
std::optional<fs::path> namesFileOf(fs::path folder) {
    for (int level = 0; level < 4 && folder.has_relative_path(); ++level, folder = folder.parent_path()) {
        std::set<fs::path> found;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (entry.path().extension() == ".yaml")
                found.insert(entry.path());
        if (!found.empty())
            return *found.begin();
    }
    return std::nullopt;
}

/// `names` is a list, or a map from number to name. Classes beyond it keep their number as a name.
void nameClasses(const fs::path& file, std::vector<std::string>& labels) {
    try {
        const YAML::Node names = YAML::LoadFile(file.native())["names"];
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (const YAML::Node name = names[static_cast<int>(i)])
                labels[i] = name.as<std::string>();
    } catch (const YAML::Exception&) {
        return; // another kind of file: numbers do
    }
}

} // namespace

Result<BoxTruth> boxesFromYolo(std::span<const Photo> photos) {
    BoxTruth truth;
    std::optional<fs::path> folder;
    int classes = 0;
    for (const Photo& photo : photos) {
        const auto file = labelFileOf(photo.file);
        if (!file)
            continue;
        std::vector<LabelledBox> boxes = readBoxes(*file);
        for (const LabelledBox& box : boxes)
            classes = std::max(classes, box.label + 1);
        if (boxes.empty())
            continue;
        folder = photo.file.parent_path();
        truth.boxesOfPhoto.emplace(photo.id, std::move(boxes));
    }
    if (!folder)
        return makeError(ErrorCode::NoBoxes, {"YOLO: labels/*.txt beside images/"});
    for (int label = 0; label < classes; ++label)
        truth.labels.push_back(std::to_string(label));
    if (const auto file = namesFileOf(*folder))
        nameClasses(*file, truth.labels);
    return truth;
}

} // namespace likeness
