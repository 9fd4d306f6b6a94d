// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_filter.h"

#include "core/library/folder_scan.h"
#include "core/library/photo_repository.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <variant>

namespace likeness {
namespace {

/// The tag itself, or one below it; source 2 is a tag that was taken away.
constexpr const char* hasTag =
    "EXISTS (SELECT 1 FROM photo_tag pt JOIN tag t ON t.id = pt.tag_id WHERE pt.photo_id = p.id AND "
    "pt.source <> 2 AND (t.name = ? OR substr(t.name, 1, length(?) + 1) = ? || '/'))";

/// A query of photos, made of conditions that all have to hold.
class Selection {
public:
    using Value = std::variant<std::int64_t, std::string, std::filesystem::path>;

    void where(std::string_view condition, const std::vector<Value>& values) {
        sql_ += sql_.empty() ? " WHERE " : " AND ";
        sql_ += condition;
        values_.insert(values_.end(), values.begin(), values.end());
    }

    void appendTo(const SQLite::Database& handle, std::vector<PhotoId>& photos) const {
        SQLite::Statement query(handle, "SELECT id FROM photo p" + sql_);
        int parameter = 1;
        for (const Value& value : values_)
            std::visit([&](const auto& each) { bind(query, parameter++, each); }, value);
        while (query.executeStep())
            photos.push_back(PhotoId{query.getColumn(0).getInt64()});
    }

private:
    static void bind(SQLite::Statement& query, int parameter, const std::filesystem::path& value) {
        bindPath(query, parameter, value);
    }
    template <typename Plain>
    static void bind(SQLite::Statement& query, int parameter, const Plain& value) {
        query.bind(parameter, value);
    }

    std::string sql_;
    std::vector<Value> values_;
};

/// Where the folder lies in the root, as relative paths begin; nothing where it lies elsewhere.
std::optional<std::filesystem::path> beginningIn(const std::filesystem::path& root,
                                                 const std::filesystem::path& folder) {
    if (folder.empty() || isInside(root, folder))
        return std::filesystem::path();
    if (!isInside(folder, root))
        return std::nullopt;
    return folder.lexically_relative(root) / "";
}

/// The same for a folder that is left out; nothing where none is.
std::optional<std::filesystem::path> leftOutIn(const std::filesystem::path& root,
                                               const std::filesystem::path& folder) {
    return folder.empty() ? std::nullopt : beginningIn(root, folder);
}

/// Of UTF-8: every byte that doesn't go on with a character begins one.
std::ptrdiff_t characters(const std::string& text) {
    return std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

std::string withEscapes(const std::string& text, std::string_view special, char escape) {
    std::string result;
    for (const char character : text) {
        if (special.find(character) != std::string_view::npos)
            result += escape;
        result += character;
    }
    return result;
}

/// Trigrams find terms of three characters and more; shorter ones are looked for in all words.
void whereText(Selection& selection, const std::string& text) {
    constexpr std::ptrdiff_t trigram = 3;
    std::istringstream terms(text);
    for (std::string term; terms >> term;) {
        if (characters(term) >= trigram)
            selection.where("p.id IN (SELECT rowid FROM photo_text WHERE photo_text MATCH ?)",
                            {'"' + withEscapes(term, "\"", '"') + '"'});
        else
            selection.where("EXISTS (SELECT 1 FROM photo_word w WHERE w.photo_id = p.id AND w.words LIKE ? "
                            "ESCAPE '\\')",
                            {'%' + withEscapes(term, "%_\\", '\\') + '%'});
    }
}

void whereTaken(Selection& selection, const PhotoFilter& filter) {
    if (filter.takenFrom)
        selection.where("taken_at >= ?", {*filter.takenFrom});
    if (filter.takenBefore)
        selection.where("taken_at < ?", {*filter.takenBefore});
    if (const auto& burst = filter.notOfBurst)
        selection.where("(camera <> ? OR taken_at IS NULL OR taken_at < ? OR taken_at >= ?)",
                        {burst->camera, burst->from, burst->before});
}

/// What the filter says of the photos of a root; nothing where none of them can pass.
std::optional<Selection> selectionIn(const Root& root, const PhotoFilter& filter) {
    const auto beginning = beginningIn(root.folder, filter.folder);
    if (!beginning)
        return std::nullopt;
    Selection selection;
    selection.where("root_id = ?", {root.id.value});
    if (!beginning->empty())
        selection.where("substr(relative_path, 1, length(?)) = ?", {*beginning, *beginning});
    if (const auto leftOut = leftOutIn(root.folder, filter.notInFolder))
        selection.where("substr(relative_path, 1, length(?)) <> ?", {*leftOut, *leftOut});
    whereTaken(selection, filter);
    for (const std::string& tag : filter.tags)
        selection.where(hasTag, {tag, tag, tag});
    if (filter.ratingAtLeast > 0)
        selection.where("rating >= ?", {std::int64_t{filter.ratingAtLeast}});
    if (filter.label)
        selection.where("colour_label = ?", {static_cast<std::int64_t>(*filter.label)});
    whereText(selection, filter.text);
    return selection;
}

enum class Among { All, Searchable };

Result<std::vector<PhotoId>> select(const Database& database, const PhotoFilter& filter, Among among) {
    const auto roots = PhotoRepository(database).roots();
    if (!roots)
        return roots.error();
    return guarded(database.file(), [&] {
        std::vector<PhotoId> photos;
        for (const Root& root : *roots) {
            auto selection = selectionIn(root, filter);
            if (!selection)
                continue;
            if (among == Among::Searchable)
                selection->where("missing = 0 AND state = 1", {});
            selection->appendTo(database.handle(), photos);
        }
        std::ranges::sort(photos);
        return photos;
    });
}

} // namespace

Result<std::vector<PhotoId>> photosMeant(const Database& database, const PhotoFilter& filter) {
    return select(database, filter, Among::All);
}

Result<std::vector<PhotoId>> photosPassing(const Database& database, const PhotoFilter& filter) {
    return select(database, filter, Among::Searchable);
}

} // namespace likeness
