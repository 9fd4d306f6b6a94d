// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/exclusions.h"

#include "core/library/settings_table.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <fnmatch.h>
#include <sstream>

namespace likeness {
namespace {

constexpr const char* settingName = "exclude";

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string::npos)
            lines.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
    }
    return lines;
}

/// The file itself, or one of the folders on the way to it.
bool isLeftOut(std::span<const std::string> patterns, const std::filesystem::path& file) {
    std::filesystem::path way;
    return std::ranges::any_of(file, [&](const std::filesystem::path& part) {
        way /= part;
        return isExcluded(patterns, way);
    });
}

} // namespace

Result<std::vector<std::string>> exclusions(const Database& database) {
    return guarded(database.file(), [&database] {
        return linesOf(setting(database.handle(), settingName).value_or(std::string()));
    });
}

Result<void> setExclusions(const Database& database, std::span<const std::string> patterns) {
    std::string text;
    for (const std::string& pattern : patterns)
        for (const std::string& line : linesOf(pattern))
            text += line + '\n';
    return guarded(database.file(), [&] { setSetting(database.handle(), settingName, text); });
}

Result<std::vector<PhotoId>> excludedPhotos(const Database& database) {
    const auto patterns = exclusions(database);
    if (!patterns || patterns->empty())
        return patterns ? Result<std::vector<PhotoId>>(std::vector<PhotoId>()) : patterns.error();
    return guarded(database.file(), [&] {
        SQLite::Statement query(database.handle(), "SELECT id, relative_path FROM photo ORDER BY id");
        std::vector<PhotoId> photos;
        while (query.executeStep())
            if (isLeftOut(*patterns, pathOf(query.getColumn(1))))
                photos.push_back({query.getColumn(0).getInt64()});
        return photos;
    });
}

bool isExcluded(std::span<const std::string> patterns, const std::filesystem::path& path) {
    const std::filesystem::path name = path.filename();
    return std::ranges::any_of(patterns, [&](const std::string& pattern) {
        const std::filesystem::path& candidate = pattern.find('/') == std::string::npos ? name : path;
        return ::fnmatch(pattern.c_str(), candidate.c_str(), FNM_CASEFOLD) == 0;
    });
}

} // namespace likeness
