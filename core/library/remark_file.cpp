// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/remark_file.h"

#include "core/base/csv.h"
#include "core/base/hex_text.h"
#include "core/base/path_text.h"
#include "core/base/record_file.h"
#include "core/library/photo_marks.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"
#include "core/library/tag_repository.h"

#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace likeness {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kindNames{"tag", "rating", "label"}; // by number

std::string_view kindName(Remark::Kind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<int> stars(const std::string& text) {
    const bool isOne = text.size() == 1 && text[0] >= '0' && text[0] <= '0' + mostStars;
    return isOne ? std::optional(text[0] - '0') : std::nullopt;
}

bool makesSense(const Remark& remark) {
    switch (remark.kind) {
    case Remark::Kind::Tag:
        return !remark.value.empty();
    case Remark::Kind::Rating:
        return stars(remark.value).has_value();
    case Remark::Kind::Label:
        return colourLabelFromName(remark.value).has_value();
    }
    return false;
}

/// Of content, kind and value.
std::optional<Remark> remarkFrom(const std::vector<std::string>& fields) {
    constexpr std::size_t needed = 3;
    if (fields.size() < needed)
        return std::nullopt;
    const auto kind = std::ranges::find(kindNames, fields[1]);
    Remark remark;
    if (kind == kindNames.end() || !readHexText(fields[0], remark.content))
        return std::nullopt;
    remark.kind = static_cast<Remark::Kind>(kind - kindNames.begin());
    remark.value = fields[2];
    return makesSense(remark) ? std::optional(remark) : std::nullopt;
}

std::map<ContentHash, std::vector<PhotoId>> photosByContent(const Database& database) {
    SQLite::Statement query(database.handle(),
                            "SELECT id, content_hash FROM photo WHERE content_hash IS NOT NULL");
    std::map<ContentHash, std::vector<PhotoId>> photos;
    while (query.executeStep())
        photos[contentHashOf(query.getColumn(1))].push_back(PhotoId{query.getColumn(0).getInt64()});
    return photos;
}

Result<void> apply(const Database& database, Remark::Kind kind, const std::string& value,
                   std::span<const PhotoId> photos) {
    switch (kind) {
    case Remark::Kind::Rating:
        return MarkRepository(database).setRating(stars(value).value_or(0), photos);
    case Remark::Kind::Label:
        return MarkRepository(database).setLabel(colourLabelFromName(value).value_or(ColourLabel::None),
                                                 photos);
    case Remark::Kind::Tag:
        break;
    }
    const auto added = TagRepository(database).add(value, photos);
    return added ? Result<void>() : added.error();
}

/// In the order of photos, tags first.
constexpr const char* allRemarks =
    "SELECT p.id AS id, 0 AS kind, t.name AS value, p.content_hash, r.folder, p.relative_path "
    "FROM photo_tag pt JOIN tag t ON t.id = pt.tag_id JOIN photo p ON p.id = pt.photo_id "
    "JOIN root r ON r.id = p.root_id WHERE pt.source <> 2 AND p.content_hash IS NOT NULL UNION ALL "
    "SELECT p.id, 1, CAST(p.rating AS TEXT), p.content_hash, r.folder, p.relative_path "
    "FROM photo p JOIN root r ON r.id = p.root_id WHERE p.rating <> 0 AND p.content_hash IS NOT NULL UNION "
    "ALL "
    "SELECT p.id, 2, CAST(p.colour_label AS TEXT), p.content_hash, r.folder, p.relative_path "
    "FROM photo p JOIN root r ON r.id = p.root_id WHERE p.colour_label <> 0 AND p.content_hash IS NOT NULL "
    "ORDER BY id, kind, value";

Remark remarkOfRow(SQLite::Statement& row) {
    Remark remark;
    remark.kind = static_cast<Remark::Kind>(row.getColumn(1).getInt());
    remark.value = remark.kind == Remark::Kind::Label
                       ? std::string(colourLabelName(static_cast<ColourLabel>(row.getColumn(2).getInt())))
                       : row.getColumn(2).getString();
    remark.content = contentHashOf(row.getColumn(3));
    remark.file = pathOf(row.getColumn(4)) / pathOf(row.getColumn(5));
    return remark;
}

} // namespace

Result<std::vector<Remark>> remarks(const Database& database) {
    return guarded(database.file(), [&database] {
        SQLite::Statement query(database.handle(), allRemarks);
        std::vector<Remark> found;
        while (query.executeStep())
            found.push_back(remarkOfRow(query));
        return found;
    });
}

std::string remarksAsCsv(std::span<const Remark> remarks) {
    std::string text = "content,kind,value,file\r\n";
    for (const Remark& remark : remarks)
        text += csvLine({hexText(remark.content), std::string(kindName(remark.kind)), remark.value,
                         pathText(remark.file)});
    return text;
}

std::string remarksAsJson(std::span<const Remark> remarks) {
    Json list = Json::array();
    for (const Remark& remark : remarks)
        list.push_back({{"content", hexText(remark.content)},
                        {"kind", kindName(remark.kind)},
                        {"value", remark.value},
                        {"file", pathText(remark.file)}});
    constexpr int indent = 2;
    return list.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<Remark>> readRemarks(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 3> names{"content", "kind", "value"};
    return parseRecords(file, names, remarkFrom, "neither a tag nor a rating nor a colour label");
}

Result<RemarkTally> takeRemarks(const Database& database, std::span<const Remark> remarks) {
    const auto known = guarded(database.file(), [&database] { return photosByContent(database); });
    if (!known)
        return known.error();
    RemarkTally tally;
    std::map<std::pair<Remark::Kind, std::string>, std::vector<PhotoId>> photos;
    for (const Remark& remark : remarks) {
        const auto found = known->find(remark.content);
        if (found == known->end()) {
            ++tally.unknown;
            continue;
        }
        ++tally.taken;
        auto& same = photos[{remark.kind, remark.value}];
        same.insert(same.end(), found->second.begin(), found->second.end());
    }
    for (const auto& [said, ids] : photos)
        if (auto applied = apply(database, said.first, said.second, ids); !applied)
            return applied.error();
    return tally;
}

} // namespace likeness
