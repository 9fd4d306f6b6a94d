// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/dataset.h"

#include <map>

namespace likeness {

/// What the readers of layouts share. Each fills a dataset whose layout and folder are set.

/// Photo files below the folder, by path. Hidden ones are left out.
std::vector<std::filesystem::path> photoFilesBelow(const std::filesystem::path& folder);

/// Gives out label numbers in the order in which names come.
class LabelTable {
public:
    int numberOf(const std::string& name);
    const std::vector<std::string>& names() const { return names_; }

private:
    std::map<std::string, int> numbers_;
    std::vector<std::string> names_;
};

/// A text file by lines, without line ends.
Result<std::vector<std::string>> readLines(const std::filesystem::path& file);

/// DatasetInvalid that names file and line (0: not known).
Error malformed(const std::filesystem::path& file, std::size_t line, const std::string& what);

/// Ascending, each once.
LabelSet labelsOf(std::span<const LabelledBox> boxes);

Result<Dataset> readClassFolders(Dataset dataset);
Result<Dataset> readHierarchy(Dataset dataset);
Result<Dataset> readImageNet(Dataset dataset);
Result<Dataset> readCaltech(Dataset dataset);
Result<Dataset> readPascalVoc(Dataset dataset);
Result<Dataset> readCub200(Dataset dataset);
Result<Dataset> readCoco(Dataset dataset);
Result<Dataset> readYolo(Dataset dataset);
Result<Dataset> readCsv(Dataset dataset);

/// Folders where layouts that have a folder of a fixed name in them begin: `folder`, or one or two below.
std::optional<std::filesystem::path> pascalVocFolder(const std::filesystem::path& folder);
std::optional<std::filesystem::path> cub200Folder(const std::filesystem::path& folder);
std::optional<std::filesystem::path> caltechFolder(const std::filesystem::path& folder);
std::optional<std::filesystem::path> imageNetFolder(const std::filesystem::path& folder);

} // namespace likeness
