// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_words.h"

#include <SQLiteCpp/Database.h>

namespace likeness {
namespace {

/// The index has no copy of the words: it has to be told those that it shall forget.
constexpr const char* renew = R"sql(
INSERT INTO photo_text (photo_text, rowid, words)
    SELECT 'delete', photo_id, words FROM photo_word WHERE photo_id IN (SELECT photo_id FROM photo_word_due);
DELETE FROM photo_word WHERE photo_id IN (SELECT photo_id FROM photo_word_due);
INSERT INTO photo_word SELECT photo_id, words FROM photo_words WHERE photo_id IN (SELECT photo_id FROM photo_word_due);
INSERT INTO photo_text (rowid, words)
    SELECT photo_id, words FROM photo_word WHERE photo_id IN (SELECT photo_id FROM photo_word_due);
DELETE FROM photo_word_due;
)sql";

} // namespace

void renewPhotoWords(SQLite::Database& handle) {
    if (handle.execAndGet("SELECT EXISTS (SELECT 1 FROM photo_word_due)").getInt() != 0)
        handle.exec(renew);
}

} // namespace likeness
