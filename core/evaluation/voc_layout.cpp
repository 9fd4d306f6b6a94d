// SPDX-License-Identifier: GPL-3.0-or-later
// Pascal VOC (Everingham, Van Gool, Williams, Winn and Zisserman 2010).
#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/evaluation/dataset_reader.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace likeness {
namespace {

namespace fs = std::filesystem;

struct VocObject {
    std::string name;
    Rectangle place;
    enum class Difficulty { Usual, Difficult } difficulty = Difficulty::Usual;
};

/// An annotation file; errors name the line in which an element begins.
class Annotation {
public:
    static Result<std::vector<VocObject>> read(const fs::path& file) {
        const auto bytes = readFile(file);
        if (!bytes)
            return bytes.error();
        Annotation annotation(file, *bytes);
        pugi::xml_document document;
        const auto parsed = document.load_buffer(bytes->data(), bytes->size());
        if (!parsed)
            return annotation.error(parsed.offset, parsed.description());
        return annotation.objects(document.child("annotation"));
    }

private:
    Annotation(const fs::path& file, const Bytes& bytes) : file_(file), bytes_(bytes) {}

    Error error(std::ptrdiff_t offset, const std::string& what) const {
        const auto end = bytes_.begin() + std::min(offset, std::ssize(bytes_));
        const auto line = std::count(bytes_.begin(), end, std::byte{'\n'}) + 1;
        return malformed(file_, static_cast<std::size_t>(line), what);
    }

    Result<std::vector<VocObject>> objects(const pugi::xml_node& root) const {
        const double width = root.child("size").child("width").text().as_double();
        const double height = root.child("size").child("height").text().as_double();
        if (width <= 0 || height <= 0)
            return error(std::max<std::ptrdiff_t>(0, root.child("size").offset_debug()),
                         "the size of the photo is missing");
        std::vector<VocObject> objects;
        for (const pugi::xml_node& node : root.children("object")) {
            auto object = objectOf(node, width, height);
            if (!object)
                return object.error();
            objects.push_back(*std::move(object));
        }
        return objects;
    }

    /// Pixels count from 1 there, and both ends belong to the box.
    Result<VocObject> objectOf(const pugi::xml_node& node, double width, double height) const {
        VocObject object;
        object.name = printableText(node.child("name").text().as_string());
        const pugi::xml_node box = node.child("bndbox");
        const double left = box.child("xmin").text().as_double() - 1;
        const double top = box.child("ymin").text().as_double() - 1;
        const double right = box.child("xmax").text().as_double();
        const double bottom = box.child("ymax").text().as_double();
        if (object.name.empty())
            return error(node.offset_debug(), "an object without a name");
        if (!box || right <= left || bottom <= top)
            return error(node.offset_debug(), "the box of \"" + object.name + "\" is missing or empty");
        object.place =
            withinPhoto({left / width, top / height, (right - left) / width, (bottom - top) / height});
        if (node.child("difficult").text().as_int() != 0)
            object.difficulty = VocObject::Difficulty::Difficult;
        return object;
    }

    const fs::path& file_;
    const Bytes& bytes_;
};

/// ImageSets/Main/train.txt and the like: names of photos without suffix.
std::map<std::string, DatasetSplit> readSplits(const fs::path& folder) {
    std::map<std::string, DatasetSplit> splits;
    for (const auto& [file, split] :
         {std::pair{"train.txt", DatasetSplit::Train}, std::pair{"val.txt", DatasetSplit::Test},
          std::pair{"test.txt", DatasetSplit::Test}}) {
        const auto lines = readLines(folder / "ImageSets" / "Main" / file);
        if (!lines)
            continue; // not every copy has all of them
        for (const std::string& line : *lines) {
            std::string name;
            std::istringstream(line) >> name;
            splits.emplace(name, split);
        }
    }
    return splits;
}

bool isVoc(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "JPEGImages", ignored) &&
           fs::is_directory(folder / "Annotations", ignored);
}

} // namespace

std::optional<fs::path> pascalVocFolder(const fs::path& folder) {
    if (isVoc(folder))
        return folder;
    std::error_code ignored;
    const fs::path kit = fs::is_directory(folder / "VOCdevkit", ignored) ? folder / "VOCdevkit" : folder;
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(kit, ignored))
        if (entry.path().filename().native().starts_with("VOC") && isVoc(entry.path()))
            found.push_back(entry.path());
    return found.empty() ? std::nullopt : std::optional(*std::ranges::max_element(found)); // the newest
}

Result<Dataset> readPascalVoc(Dataset dataset) {
    const fs::path folder = pascalVocFolder(dataset.folder).value_or(dataset.folder);
    const auto splits = readSplits(folder);
    LabelTable table;
    for (const fs::path& file : photoFilesBelow(folder / "JPEGImages")) {
        const fs::path annotation = folder / "Annotations" / (file.stem().native() + ".xml");
        std::error_code ignored;
        if (!fs::is_regular_file(annotation, ignored)) {
            dataset.warnings.push_back(pathText(file) + " has no annotation");
            continue;
        }
        const auto objects = Annotation::read(annotation);
        if (!objects)
            return objects.error();
        DatasetPhoto photo{file, {}, {}, {}, DatasetSplit::None};
        for (const VocObject& object : *objects) {
            if (object.difficulty == VocObject::Difficulty::Difficult)
                ++dataset.difficult;
            else
                photo.boxes.push_back({table.numberOf(object.name), object.place});
        }
        photo.labels = {labelsOf(photo.boxes)};
        if (const auto split = splits.find(file.stem().native()); split != splits.end())
            photo.split = split->second;
        dataset.photos.push_back(std::move(photo));
    }
    dataset.levels = {{"class", table.names()}};
    return dataset;
}

} // namespace likeness
