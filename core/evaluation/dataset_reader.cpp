// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/dataset_reader.h"

#include "core/base/file_io.h"
#include "core/base/path_text.h"
#include "core/image/photo_formats.h"

#include <algorithm>
#include <sstream>

namespace likeness {

namespace fs = std::filesystem;

std::vector<fs::path> photoFilesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (auto entry =
             fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
         !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const bool isHidden = entry->path().filename().native().starts_with('.');
        std::error_code ignored;
        if (isHidden && entry->is_directory(ignored))
            entry.disable_recursion_pending();
        else if (!isHidden && fileKindBySuffix(entry->path()) != FileKind::Other)
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

int LabelTable::numberOf(const std::string& name) {
    const auto [entry, isNew] = numbers_.try_emplace(name, static_cast<int>(names_.size()));
    if (isNew)
        names_.push_back(name);
    return entry->second;
}

Result<std::vector<std::string>> readLines(const fs::path& file) {
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    std::istringstream text(std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

Error malformed(const fs::path& file, std::size_t line, const std::string& what) {
    const std::string place = line > 0 ? ", line " + std::to_string(line) : "";
    return makeError(ErrorCode::DatasetInvalid, {pathText(file) + place, what});
}

LabelSet labelsOf(std::span<const LabelledBox> boxes) {
    LabelSet labels;
    for (const LabelledBox& box : boxes)
        labels.push_back(box.label);
    std::ranges::sort(labels);
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

} // namespace likeness
