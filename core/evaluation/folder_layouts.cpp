// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts in which the folder of a photo is its label.
#include "core/base/path_text.h"
#include "core/evaluation/dataset_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <regex>

namespace likeness {
namespace {

namespace fs = std::filesystem;

using Names = std::map<std::string, std::string>; // synset -> what people call it

std::vector<fs::path> foldersIn(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.is_directory(ignored) && !entry.path().filename().native().starts_with('.'))
            folders.push_back(entry.path());
    std::ranges::sort(folders);
    return folders;
}

bool isSynset(const fs::path& folder) {
    static const std::regex synset("n[0-9]{8}");
    return std::regex_match(folder.filename().native(), synset);
}

/// "001.ak47": a number, a point, a name.
bool isNumbered(const fs::path& folder) {
    static const std::regex numbered("[0-9]{3}\\..+");
    return std::regex_match(folder.filename().native(), numbered);
}

bool haveNames(const std::vector<fs::path>& folders, bool (*test)(const fs::path&)) {
    return !folders.empty() && std::ranges::all_of(folders, test);
}

DatasetSplit splitOfFolder(const std::string& name) {
    if (name == "train")
        return DatasetSplit::Train;
    return name == "val" || name == "test" ? DatasetSplit::Test : DatasetSplit::None;
}

/// One class for each folder right below `top`, named by nameOf(folder).
void addClasses(const fs::path& top, DatasetSplit split,
                const std::function<std::string(const std::string&)>& nameOf, LabelTable& table,
                Dataset& dataset) {
    for (const fs::path& folder : foldersIn(top)) {
        const std::vector<fs::path> files = photoFilesBelow(folder);
        if (files.empty()) {
            dataset.warnings.push_back(pathText(folder) + " holds no photos");
            continue;
        }
        const int label = table.numberOf(nameOf(folder.filename().native()));
        for (const fs::path& file : files)
            dataset.photos.push_back({file, {LabelSet{label}}, {}, {}, split});
    }
}

Dataset withClasses(Dataset dataset, const LabelTable& table) {
    dataset.levels = {{"class", table.names()}};
    return dataset;
}

/// Lines "n01440764 tench, Tinca tinca", parted by a blank or a tab: the name up to the first comma.
Result<void> readSynsetLines(const fs::path& file, Names& names) {
    const auto lines = readLines(file);
    if (!lines)
        return lines.error();
    for (std::size_t i = 0; i < lines->size(); ++i) {
        const std::string& line = (*lines)[i];
        if (line.empty())
            continue;
        const std::size_t end = line.find_first_of(" \t");
        if (end == std::string::npos || !isSynset(line.substr(0, end)))
            return malformed(file, i + 1, "a synset and its name were expected, as in \"n01440764 tench\"");
        const std::string name = line.substr(line.find_first_not_of(" \t", end));
        names.emplace(line.substr(0, end), printableText(name.substr(0, name.find(','))));
    }
    return {};
}

/// {"0": ["n01440764", "tench"], …}, as Keras and torchvision have it.
Result<void> readClassIndex(const fs::path& file, Names& names) {
    std::ifstream text(file);
    try {
        for (const auto& entry : nlohmann::json::parse(text))
            names.emplace(entry.at(0).get<std::string>(), printableText(entry.at(1).get<std::string>()));
        return {};
    } catch (const std::exception& problem) {
        return malformed(file, 0, problem.what());
    }
}

/// From the first file of names in the folder or up to two above it; empty where there is none.
Result<Names> synsetNames(fs::path folder) {
    Names names;
    std::error_code ignored;
    for (int level = 0; level < 3 && names.empty(); ++level, folder = folder.parent_path()) {
        for (const char* name : {"LOC_synset_mapping.txt", "synset_words.txt", "words.txt"})
            if (names.empty() && fs::is_regular_file(folder / name, ignored))
                if (const auto read = readSynsetLines(folder / name, names); !read)
                    return read.error();
        if (names.empty() && fs::is_regular_file(folder / "imagenet_class_index.json", ignored))
            if (const auto read = readClassIndex(folder / "imagenet_class_index.json", names); !read)
                return read.error();
    }
    return names;
}

} // namespace

std::optional<fs::path> imageNetFolder(const fs::path& folder) {
    const std::vector<fs::path> below = foldersIn(folder);
    if (haveNames(below, isSynset))
        return folder;
    for (const fs::path& part : below)
        if (splitOfFolder(part.filename().native()) != DatasetSplit::None &&
            haveNames(foldersIn(part), isSynset))
            return folder;
    return std::nullopt;
}

std::optional<fs::path> caltechFolder(const fs::path& folder) {
    for (const char* name : {"101_ObjectCategories", "256_ObjectCategories"}) {
        if (folder.filename() == name)
            return folder;
        std::error_code ignored;
        if (fs::is_directory(folder / name, ignored))
            return folder / name;
    }
    return haveNames(foldersIn(folder), isNumbered) ? std::optional(folder) : std::nullopt;
}

Result<Dataset> readClassFolders(Dataset dataset) {
    LabelTable table;
    addClasses(dataset.folder, DatasetSplit::None, printableText, table, dataset);
    return withClasses(std::move(dataset), table);
}

Result<Dataset> readImageNet(Dataset dataset) {
    const auto names = synsetNames(dataset.folder);
    if (!names)
        return names.error();
    const auto nameOf = [&names](const std::string& synset) {
        const auto known = names->find(synset);
        return known == names->end() ? printableText(synset) : known->second + " (" + synset + ")";
    };
    if (names->empty())
        dataset.warnings.emplace_back("no file gives names to the synsets");
    LabelTable table;
    if (haveNames(foldersIn(dataset.folder), isSynset)) {
        addClasses(dataset.folder, DatasetSplit::None, nameOf, table, dataset);
        return withClasses(std::move(dataset), table);
    }
    for (const fs::path& part : foldersIn(dataset.folder))
        if (const DatasetSplit split = splitOfFolder(part.filename().native()); split != DatasetSplit::None)
            addClasses(part, split, nameOf, table, dataset);
    return withClasses(std::move(dataset), table);
}

Result<Dataset> readCaltech(Dataset dataset) {
    const auto nameOf = [](const std::string& folder) {
        return printableText(isNumbered(folder) ? folder.substr(4) : folder);
    };
    const fs::path top = caltechFolder(dataset.folder).value_or(dataset.folder);
    LabelTable table;
    addClasses(top, DatasetSplit::None, nameOf, table, dataset);
    // Not a class: photos of anything.
    const auto clutter = [&](const DatasetPhoto& photo) {
        const std::string& label = table.names()[static_cast<std::size_t>(photo.labels[0].front())];
        return label == "BACKGROUND_Google" || label == "clutter";
    };
    const auto removed = std::erase_if(dataset.photos, clutter);
    if (removed > 0)
        dataset.warnings.push_back(std::to_string(removed) + " photos of the background class are left out");
    return withClasses(std::move(dataset), table);
}

Result<Dataset> readHierarchy(Dataset dataset) {
    std::vector<LabelTable> tables;
    std::size_t shallow = 0;
    const std::vector<fs::path> files = photoFilesBelow(dataset.folder);
    std::size_t depth = 0;
    const auto partsOf = [&](const fs::path& file) {
        const fs::path relative = file.lexically_relative(dataset.folder).parent_path();
        return std::vector<fs::path>(relative.begin(), relative.end());
    };
    for (const fs::path& file : files)
        depth = std::max(depth, partsOf(file).size());
    tables.resize(depth);
    for (const fs::path& file : files) {
        const std::vector<fs::path> parts = partsOf(file);
        if (parts.empty())
            continue;
        shallow += parts.size() < depth ? 1 : 0;
        DatasetPhoto photo{file, {}, {}, {}, DatasetSplit::None};
        fs::path name;
        for (std::size_t level = 0; level < depth; ++level) {
            // A photo that lies less deep has its own folder as the label of the deeper levels.
            if (level < parts.size())
                name /= parts[level];
            photo.labels.push_back({tables[level].numberOf(pathText(name))});
        }
        dataset.photos.push_back(std::move(photo));
    }
    if (shallow > 0)
        dataset.warnings.push_back(std::to_string(shallow) + " photos lie less deep than the others");
    for (std::size_t level = 0; level < depth; ++level)
        dataset.levels.push_back({"level " + std::to_string(level + 1), tables[level].names()});
    if (depth == 0)
        return makeError(ErrorCode::NoLabels, {pathText(dataset.folder)});
    return dataset;
}

} // namespace likeness
