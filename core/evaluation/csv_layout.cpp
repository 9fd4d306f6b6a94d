// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/path_text.h"
#include "core/evaluation/dataset_reader.h"

#include <algorithm>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// The fields of a line (RFC 4180, without line breaks in fields); nothing where a quotation mark is open.
std::optional<std::vector<std::string>> fieldsOf(const std::string& line) {
    std::vector<std::string> fields{""};
    enum class Quote { Outside, Inside } quote = Quote::Outside;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool isDoubled = quote == Quote::Inside && line[i] == '"' && line.substr(i + 1, 1) == "\"";
        if (isDoubled)
            fields.back() += line[i++];
        else if (line[i] == '"')
            quote = quote == Quote::Inside ? Quote::Outside : Quote::Inside;
        else if (line[i] == ',' && quote == Quote::Outside)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return quote == Quote::Outside ? std::optional(fields) : std::nullopt;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

LabelSet labelsIn(const std::string& field, LabelTable& table) {
    LabelSet labels;
    std::size_t start = 0;
    while (start <= field.size()) {
        const std::size_t end = std::min(field.find(';', start), field.size());
        if (const std::string name = trimmed(field.substr(start, end - start)); !name.empty())
            labels.push_back(table.numberOf(printableText(name)));
        start = end + 1;
    }
    std::ranges::sort(labels);
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

bool isHeader(const std::vector<std::string>& fields) {
    return fields.size() >= 2 && (trimmed(fields[0]) == "path" || trimmed(fields[0]) == "file");
}

} // namespace

Result<Dataset> readCsv(Dataset dataset) {
    std::error_code ignored;
    const fs::path file =
        fs::is_directory(dataset.folder, ignored) ? dataset.folder / "labels.csv" : dataset.folder;
    const auto lines = readLines(file);
    if (!lines)
        return lines.error();
    LabelTable table;
    std::map<fs::path, LabelSet> labelsOfFile; // the last line of a photo counts
    for (std::size_t i = 0; i < lines->size(); ++i) {
        if (trimmed((*lines)[i]).empty())
            continue;
        const auto fields = fieldsOf((*lines)[i]);
        if (!fields)
            return malformed(file, i + 1, "a quotation mark is left open");
        if (i == 0 && isHeader(*fields))
            continue;
        if (fields->size() != 2)
            return malformed(file, i + 1, "a path and its labels, parted by one comma, were expected");
        LabelSet labels = labelsIn((*fields)[1], table);
        if (labels.empty())
            return malformed(file, i + 1, "there is no label");
        const fs::path photo = (file.parent_path() / trimmed((*fields)[0])).lexically_normal();
        if (!fs::is_regular_file(photo, ignored))
            dataset.warnings.push_back(pathText(file) + ", line " + std::to_string(i + 1) + ": " +
                                       pathText(photo) + " is not there");
        else
            labelsOfFile[photo] = std::move(labels);
    }
    dataset.folder = file.parent_path();
    for (auto& [photo, labels] : labelsOfFile)
        dataset.photos.push_back({photo, {std::move(labels)}, {}, {}, DatasetSplit::None});
    dataset.levels = {{"label", table.names()}};
    return dataset;
}

} // namespace likeness
