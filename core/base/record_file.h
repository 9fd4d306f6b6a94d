// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/path_text.h"
#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

struct Record {
    std::vector<std::string> fields;
    std::string where; // "line 3", "entry 3"
};

/// The rows of a table (RFC 4180), whose first one may be a header that begins with the first name; or, where
/// the suffix is .json, the objects of an array, with the values of these names, empty where there is none. A
/// file that holds no array is a record without fields. FileNotFound, FileNotReadable.
Result<std::vector<Record>> readRecords(const std::filesystem::path& file,
                                        std::span<const std::string_view> names);

/// What `parse` makes of the fields of each record. InvalidArgument where it makes nothing: names the file
/// and the place, which is `noSuch` ("not a verdict").
template <typename Parse>
auto parseRecords(const std::filesystem::path& file, std::span<const std::string_view> names, Parse parse,
                  const std::string& noSuch)
    -> Result<std::vector<typename decltype(parse(std::vector<std::string>()))::value_type>> {
    const auto records = readRecords(file, names);
    if (!records)
        return records.error();
    std::vector<typename decltype(parse(std::vector<std::string>()))::value_type> parsed;
    for (const Record& record : *records) {
        const auto value = parse(record.fields);
        if (!value)
            return makeError(ErrorCode::InvalidArgument,
                             {pathText(file) + ", " + record.where + ": " + noSuch});
        parsed.push_back(*value);
    }
    return parsed;
}

} // namespace likeness
