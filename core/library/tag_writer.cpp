// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tag_writer.h"

#include "core/library/sqlite_values.h"
#include "core/library/tag_name.h"
#include "core/library/tag_source.h"

namespace likeness {

TagWriter::TagWriter(const SQLite::Database& handle)
    : forget_(handle, "DELETE FROM photo_tag WHERE photo_id = ?1 AND (source = 1 OR (source = 2 AND ?2))"),
      addTag_(handle, "INSERT OR IGNORE INTO tag (name) VALUES (?)"),
      addToPhoto_(handle, "INSERT OR IGNORE INTO photo_tag SELECT ?1, id, ?2 FROM tag WHERE name = ?3") {}

void TagWriter::store(PhotoId photo, std::span<const std::string> keywords, Content content) {
    forget_.bind(1, photo.value);
    forget_.bind(2, content == Content::Changed ? 1 : 0);
    runOnce(forget_);
    for (const std::string& keyword : keywords) {
        const auto name = tagName(keyword);
        if (!name)
            continue; // a keyword of blanks
        addTag_.bind(1, *name);
        runOnce(addTag_);
        addToPhoto_.bind(1, photo.value);
        addToPhoto_.bind(2, static_cast<int>(TagSource::File));
        addToPhoto_.bind(3, *name);
        runOnce(addToPhoto_);
    }
}

} // namespace likeness
