// SPDX-License-Identifier: GPL-3.0-or-later
// CUB-200-2011 (Wah, Branson, Welinder, Perona and Belongie 2011).
#include "core/base/path_text.h"
#include "core/evaluation/dataset_reader.h"
#include "core/image/decoder.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// Calls take(number, rest of the line) for each line that begins with a number from 1; take tells what is
/// wrong with the line, if anything.
template <typename Take>
Result<void> forEachNumbered(const fs::path& file, const Take& take) {
    const auto lines = readLines(file);
    if (!lines)
        return lines.error();
    for (std::size_t i = 0; i < lines->size(); ++i) {
        if ((*lines)[i].empty())
            continue;
        std::istringstream line((*lines)[i]);
        int number = 0;
        if (!(line >> number) || number < 1)
            return malformed(file, i + 1, "a number from 1 was expected first");
        if (const std::string wrong = take(number, line); !wrong.empty())
            return malformed(file, i + 1, wrong);
    }
    return {};
}

Result<std::map<int, std::string>> readNames(const fs::path& file) {
    std::map<int, std::string> names;
    const auto read = forEachNumbered(file, [&](int number, std::istringstream& line) -> std::string {
        std::string name;
        std::getline(line >> std::ws, name);
        if (name.empty())
            return "a name is missing";
        names.emplace(number, name);
        return {};
    });
    return read ? Result<std::map<int, std::string>>(names) : read.error();
}

/// The set while it is read: photos by their number.
struct Reading {
    fs::path folder;
    std::map<int, DatasetPhoto> photos;
    int classes = 0;
    int partNames = 0;

    std::string takeClass(int number, std::istringstream& line) {
        int label = 0;
        if (!(line >> label) || label < 1 || label > classes)
            return "no class of that number is in classes.txt";
        const auto photo = photos.find(number);
        if (photo == photos.end())
            return "no photo of that number is in images.txt";
        photo->second.labels = {{label - 1}};
        return {};
    }

    std::string takeSplit(int number, std::istringstream& line) {
        int isTrain = -1;
        if (!(line >> isTrain) || isTrain < 0 || isTrain > 1 || !photos.contains(number))
            return "a photo's number and 0 or 1 were expected";
        photos.at(number).split = isTrain == 1 ? DatasetSplit::Train : DatasetSplit::Test;
        return {};
    }

    /// In pixels: divided by the photo's size later.
    std::string takeBox(int number, std::istringstream& line) {
        Rectangle box;
        if (!(line >> box.x >> box.y >> box.width >> box.height) || !photos.contains(number))
            return "a photo's number, x, y, width and height were expected";
        DatasetPhoto& photo = photos.at(number);
        photo.boxes.push_back({photo.labels.front().front(), box});
        return {};
    }

    std::string takePart(int number, std::istringstream& line) {
        int part = 0;
        Rectangle place;
        int isVisible = 0;
        if (!(line >> part >> place.x >> place.y >> isVisible) || !photos.contains(number) || part < 1 ||
            part > partNames)
            return "a photo's number, a part's number, x, y and 0 or 1 were expected";
        if (isVisible == 1)
            photos.at(number).parts.push_back({part - 1, place});
        return {};
    }
};

/// From pixels to fractions of the photo.
Result<void> scalePlaces(DatasetPhoto& photo) {
    if (photo.boxes.empty() && photo.parts.empty())
        return {};
    const auto decoded = Decoder().decodeToFit(photo.file, 16); // for its size alone
    if (!decoded)
        return decoded.error();
    for (std::vector<LabelledBox>* places : {&photo.boxes, &photo.parts})
        for (LabelledBox& box : *places)
            box.place =
                withinPhoto({box.place.x / decoded->fullWidth, box.place.y / decoded->fullHeight,
                             box.place.width / decoded->fullWidth, box.place.height / decoded->fullHeight});
    return {};
}

bool isCub(const fs::path& folder) {
    std::error_code ignored;
    return std::ranges::all_of(std::array{"images.txt", "classes.txt", "image_class_labels.txt"},
                               [&](const char* name) { return fs::is_regular_file(folder / name, ignored); });
}

Result<void> readTables(Reading& reading) {
    const auto read = [&](const char* name, auto take) -> Result<void> {
        std::error_code ignored;
        if (!fs::exists(reading.folder / name, ignored))
            return {}; // boxes, parts and split are optional
        return forEachNumbered(reading.folder / name, [&](int number, std::istringstream& line) {
            return (reading.*take)(number, line);
        });
    };
    if (auto done = read("image_class_labels.txt", &Reading::takeClass); !done)
        return done;
    std::erase_if(reading.photos, [](const auto& entry) { return entry.second.labels.empty(); });
    if (auto done = read("train_test_split.txt", &Reading::takeSplit); !done)
        return done;
    if (auto done = read("bounding_boxes.txt", &Reading::takeBox); !done)
        return done;
    return read("parts/part_locs.txt", &Reading::takePart);
}

/// "001.Black_footed_Albatross" -> "Black footed Albatross".
std::string birdName(std::string name) {
    if (const std::size_t point = name.find('.'); point != std::string::npos)
        name.erase(0, point + 1);
    std::ranges::replace(name, '_', ' ');
    return printableText(name);
}

} // namespace

std::optional<fs::path> cub200Folder(const fs::path& folder) {
    for (const fs::path& place : {folder, folder / "CUB_200_2011"})
        if (isCub(place))
            return place;
    return std::nullopt;
}

Result<Dataset> readCub200(Dataset dataset) {
    Reading reading;
    reading.folder = cub200Folder(dataset.folder).value_or(dataset.folder);
    const auto classes = readNames(reading.folder / "classes.txt");
    const auto images = readNames(reading.folder / "images.txt");
    if (!classes || !images)
        return !classes ? classes.error() : images.error();
    DatasetLevel level{"class", {}};
    for (const auto& [number, name] : *classes)
        level.labels.push_back(birdName(name));
    reading.classes = static_cast<int>(level.labels.size());
    for (const auto& [number, name] : *images)
        reading.photos.emplace(
            number, DatasetPhoto{reading.folder / "images" / name, {}, {}, {}, DatasetSplit::None});
    if (const auto parts = readNames(reading.folder / "parts" / "parts.txt"); parts)
        for (const auto& [number, name] : *parts)
            dataset.partNames.push_back(printableText(name));
    reading.partNames = static_cast<int>(dataset.partNames.size());
    if (const auto read = readTables(reading); !read)
        return read.error();
    for (auto& [number, photo] : reading.photos) {
        if (const auto scaled = scalePlaces(photo); !scaled) {
            dataset.warnings.push_back(scaled.error().text);
            continue;
        }
        dataset.photos.push_back(std::move(photo));
    }
    dataset.levels = {std::move(level)};
    return dataset;
}

} // namespace likeness
