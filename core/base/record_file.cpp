// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/record_file.h"

#include "core/base/csv.h"
#include "core/base/file_io.h"

#include <nlohmann/json.hpp>

#include <cstdint>

namespace likeness {
namespace {

using Json = nlohmann::ordered_json;

std::string textOf(const Json& entry, std::string_view name) {
    if (!entry.is_object() || !entry.contains(name))
        return {};
    const Json& value = entry[std::string(name)];
    if (value.is_number_integer())
        return std::to_string(value.get<std::int64_t>());
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::vector<Record> fromJson(const std::string& text, std::span<const std::string_view> names) {
    const Json list = Json::parse(text, nullptr, false);
    if (!list.is_array())
        return {{{}, "its beginning"}};
    std::vector<Record> records;
    for (const Json& entry : list) {
        Record record{{}, "entry " + std::to_string(records.size() + 1)};
        for (const std::string_view name : names)
            record.fields.push_back(textOf(entry, name));
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<Record> fromCsv(const std::string& text, std::string_view firstName) {
    std::vector<Record> records;
    int line = 0;
    for (std::vector<std::string>& row : csvRows(text)) {
        const bool isHeader = line++ == 0 && !row.empty() && row.front() == firstName;
        if (!isHeader)
            records.push_back({std::move(row), "line " + std::to_string(line)});
    }
    return records;
}

} // namespace

Result<std::vector<Record>> readRecords(const std::filesystem::path& file,
                                        std::span<const std::string_view> names) {
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const std::string text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    return file.extension() == ".json" ? fromJson(text, names) : fromCsv(text, names.front());
}

} // namespace likeness
