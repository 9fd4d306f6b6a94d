// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/evaluation/box_truth.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

namespace likeness {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::set<fs::path> annotationFilesOf(fs::path folder) {
    std::set<fs::path> files;
    for (int level = 0; level < 3 && files.empty(); ++level, folder = folder.parent_path()) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / "annotations.json", ignored))
            files.insert(folder / "annotations.json");
        for (const auto& entry : fs::directory_iterator(folder / "annotations", ignored))
            if (entry.path().extension() == ".json")
                files.insert(entry.path());
    }
    return files;
}

/// Photos by their file's name.
using PhotosByName = std::map<std::string, PhotoId>;

class CocoReader {
public:
    CocoReader(const PhotosByName& photos, BoxTruth& truth) : photos_(photos), truth_(truth) {}

    /// Throws std::exception where an entry is missing or makes no sense.
    void read(const json& file) {
        for (const json& category : file.at("categories"))
            labels_.emplace(category.at("id").get<std::int64_t>(), labelOf(category.at("name")));
        for (const json& image : file.at("images"))
            readImage(image);
        for (const json& annotation : file.at("annotations"))
            readAnnotation(annotation);
    }

private:
    struct Frame {
        PhotoId photo;
        double width;
        double height;
    };

    int labelOf(const std::string& name) {
        const auto known = std::find(truth_.labels.begin(), truth_.labels.end(), name);
        if (known == truth_.labels.end()) {
            truth_.labels.push_back(name);
            return static_cast<int>(truth_.labels.size()) - 1;
        }
        return static_cast<int>(known - truth_.labels.begin());
    }

    void readImage(const json& image) {
        const fs::path name = image.at("file_name").get<std::string>();
        const auto photo = photos_.find(name.filename().string());
        if (photo == photos_.end())
            return;
        const Frame frame{photo->second, image.at("width").get<double>(), image.at("height").get<double>()};
        if (frame.width <= 0 || frame.height <= 0)
            throw std::invalid_argument(name.string() + " has no width or height");
        frames_.emplace(image.at("id").get<std::int64_t>(), frame);
    }

    void readAnnotation(const json& annotation) {
        const auto frame = frames_.find(annotation.at("image_id").get<std::int64_t>());
        if (frame == frames_.end())
            return;
        const auto& [photo, width, height] = frame->second;
        const json& box = annotation.at("bbox"); // x, y, width, height in pixels
        const Rectangle place{box.at(0).get<double>() / width, box.at(1).get<double>() / height,
                              box.at(2).get<double>() / width, box.at(3).get<double>() / height};
        truth_.boxesOfPhoto[photo].push_back(
            {labels_.at(annotation.at("category_id").get<std::int64_t>()), withinPhoto(place)});
    }

    const PhotosByName& photos_;
    BoxTruth& truth_;
    std::map<std::int64_t, int> labels_;
    std::map<std::int64_t, Frame> frames_;
};

Result<void> readFileInto(const fs::path& file, CocoReader reader) {
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    try {
        const auto* const text = reinterpret_cast<const char*>(bytes->data());
        reader.read(json::parse(text, text + bytes->size()));
        return {};
    } catch (const std::exception& problem) {
        return makeError(ErrorCode::DatasetInvalid,
                         {pathText(file), std::string("it is no COCO file: ") + problem.what()});
    }
}

} // namespace

Result<BoxTruth> boxesFromCoco(std::span<const Photo> photos) {
    BoxTruth truth;
    std::set<fs::path> files;
    std::set<fs::path> folders;
    PhotosByName byName;
    for (const Photo& photo : photos) {
        byName.emplace(photo.file.filename().string(), photo.id);
        if (folders.insert(photo.file.parent_path()).second)
            files.merge(annotationFilesOf(photo.file.parent_path()));
    }
    for (const fs::path& file : files)
        if (const auto read = readFileInto(file, CocoReader(byName, truth)); !read)
            return read.error();
    if (truth.boxesOfPhoto.empty())
        return makeError(ErrorCode::NoBoxes, {"COCO: annotations.json, or annotations/*.json"});
    return truth;
}

} // namespace likeness
