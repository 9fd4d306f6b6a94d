// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/schema.h"

#include "core/base/path_text.h"
#include "core/library/database_copy.h"

#include <SQLiteCpp/Transaction.h>
#include <array>
#include <string>

namespace likeness {
namespace {

constexpr const char* version1 = R"sql(
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE root (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    folder BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE photo (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    root_id       INTEGER NOT NULL REFERENCES root(id),
    relative_path BLOB NOT NULL,
    bytes         INTEGER NOT NULL,
    modified_ns   INTEGER NOT NULL,
    content_hash  BLOB CHECK (content_hash IS NULL OR length(content_hash) = 16),
    width         INTEGER NOT NULL DEFAULT 0,
    height        INTEGER NOT NULL DEFAULT 0,
    format        TEXT NOT NULL DEFAULT '',
    taken_at      INTEGER,
    camera        TEXT NOT NULL DEFAULT '',
    state         INTEGER NOT NULL DEFAULT 0,
    missing       INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1)),
    UNIQUE (root_id, relative_path)
) STRICT;
CREATE INDEX photo_by_content ON photo(bytes, content_hash) WHERE content_hash IS NOT NULL;
CREATE INDEX photo_not_searchable ON photo(missing, state) WHERE missing <> 0 OR state <> 1;

CREATE TABLE network (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE descriptor (
    photo_id   INTEGER PRIMARY KEY REFERENCES photo(id) ON DELETE CASCADE,
    network_id INTEGER NOT NULL REFERENCES network(id),
    vector     BLOB NOT NULL
) STRICT;

CREATE TABLE code_set (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    granularity TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    network_id  INTEGER NOT NULL REFERENCES network(id),
    method      TEXT NOT NULL,
    bits        INTEGER NOT NULL,
    UNIQUE (granularity, fingerprint)
) STRICT;

CREATE TABLE code (
    code_set_id INTEGER NOT NULL REFERENCES code_set(id),
    photo_id    INTEGER NOT NULL,
    code        BLOB NOT NULL,
    PRIMARY KEY (code_set_id, photo_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rerank_vector (
    code_set_id INTEGER NOT NULL REFERENCES code_set(id),
    photo_id    INTEGER NOT NULL,
    vector      BLOB NOT NULL,
    PRIMARY KEY (code_set_id, photo_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER photo_deleted AFTER DELETE ON photo BEGIN
    DELETE FROM code WHERE code_set_id IN (SELECT id FROM code_set) AND photo_id = old.id;
    DELETE FROM rerank_vector WHERE code_set_id IN (SELECT id FROM code_set) AND photo_id = old.id;
END;

CREATE TABLE problem (
    photo_id  INTEGER PRIMARY KEY REFERENCES photo(id) ON DELETE CASCADE,
    code      TEXT NOT NULL,
    arguments TEXT NOT NULL,
    text      TEXT NOT NULL
) STRICT;
)sql";

/// A photo has descriptors of several networks, and a library keeps codebooks of its own.
constexpr const char* version2 = R"sql(
CREATE TABLE descriptor_2 (
    id         INTEGER PRIMARY KEY,
    photo_id   INTEGER NOT NULL REFERENCES photo(id) ON DELETE CASCADE,
    network_id INTEGER NOT NULL REFERENCES network(id),
    vector     BLOB NOT NULL,
    saliency   BLOB NOT NULL DEFAULT x'',
    UNIQUE (photo_id, network_id)
) STRICT;
INSERT INTO descriptor_2 (photo_id, network_id, vector) SELECT photo_id, network_id, vector FROM descriptor;
DROP TABLE descriptor;
ALTER TABLE descriptor_2 RENAME TO descriptor;

CREATE TABLE codebook (
    id          INTEGER PRIMARY KEY,
    checksum    TEXT NOT NULL UNIQUE,
    granularity TEXT NOT NULL,
    method      TEXT NOT NULL,
    bits        INTEGER NOT NULL,
    network_id  INTEGER NOT NULL REFERENCES network(id),
    fitted_on   TEXT NOT NULL,
    file        BLOB NOT NULL
) STRICT;
)sql";

/// Photos have tags. Those indexed before have not been asked for their keywords.
constexpr const char* version3 = R"sql(
CREATE TABLE tag (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE photo_tag (
    photo_id INTEGER NOT NULL REFERENCES photo(id) ON DELETE CASCADE,
    tag_id   INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
    source   INTEGER NOT NULL CHECK (source IN (0, 1, 2)),
    PRIMARY KEY (photo_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_tag_by_tag ON photo_tag(tag_id, photo_id);

ALTER TABLE photo ADD COLUMN keywords_read INTEGER NOT NULL DEFAULT 0 CHECK (keywords_read IN (0, 1));
CREATE INDEX photo_keywords_unread ON photo(id) WHERE keywords_read = 0 AND state = 1;
)sql";

/// A number that changes with what can be searched; see code_snapshot.h. And re-ranking vectors by row id:
/// they are looked up one by one, and inner pages of a table without row ids hold a few such rows each.
constexpr const char* version4 = R"sql(
DROP TRIGGER photo_deleted;
CREATE TABLE rerank_vector_2 (
    id          INTEGER PRIMARY KEY,
    code_set_id INTEGER NOT NULL REFERENCES code_set(id),
    photo_id    INTEGER NOT NULL,
    vector      BLOB NOT NULL,
    UNIQUE (code_set_id, photo_id)
) STRICT;
INSERT INTO rerank_vector_2 (code_set_id, photo_id, vector) SELECT code_set_id, photo_id, vector FROM rerank_vector;
DROP TABLE rerank_vector;
ALTER TABLE rerank_vector_2 RENAME TO rerank_vector;
CREATE TRIGGER photo_deleted AFTER DELETE ON photo BEGIN
    DELETE FROM code WHERE code_set_id IN (SELECT id FROM code_set) AND photo_id = old.id;
    DELETE FROM rerank_vector WHERE code_set_id IN (SELECT id FROM code_set) AND photo_id = old.id;
END;

CREATE TABLE codes_generation (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
) STRICT;
INSERT INTO codes_generation VALUES (1, random());

CREATE TRIGGER code_added AFTER INSERT ON code BEGIN
    UPDATE codes_generation SET value = random();
END;
CREATE TRIGGER code_changed AFTER UPDATE ON code BEGIN
    UPDATE codes_generation SET value = random();
END;
CREATE TRIGGER code_deleted AFTER DELETE ON code BEGIN
    UPDATE codes_generation SET value = random();
END;
CREATE TRIGGER photo_searchable AFTER UPDATE OF missing, state ON photo
WHEN old.missing <> new.missing OR old.state <> new.state BEGIN
    UPDATE codes_generation SET value = random();
END;
)sql";

/// What the user says of duplicates: by content, so that it outlives moves, and which folders are left alone.
constexpr const char* version5 = R"sql(
CREATE TABLE not_duplicate (
    first  BLOB NOT NULL CHECK (length(first) = 16),
    second BLOB NOT NULL CHECK (length(second) = 16 AND second >= first),
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

CREATE TABLE protected_folder (
    folder BLOB PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

/// Experiments are kept, and so are the features that they compare with.
constexpr const char* version6 = R"sql(
CREATE TABLE experiment (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at INTEGER NOT NULL,
    title   TEXT NOT NULL,
    report  TEXT NOT NULL
) STRICT;

CREATE TABLE baseline_feature (
    id          INTEGER PRIMARY KEY,
    photo_id    INTEGER NOT NULL REFERENCES photo(id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    vector      BLOB NOT NULL,
    UNIQUE (photo_id, kind)
) STRICT;
)sql";

/// What the user judged of two photos, by content.
constexpr const char* version7 = R"sql(
CREATE TABLE verdict (
    first     BLOB NOT NULL CHECK (length(first) = 16),
    second    BLOB NOT NULL CHECK (length(second) = 16 AND second >= first),
    judgement INTEGER NOT NULL CHECK (judgement IN (0, 1, 2)),
    note      TEXT NOT NULL DEFAULT '',
    judged_at INTEGER NOT NULL,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
)sql";

/// The log of a case. What happens to folders and verdicts is logged here, whoever does it; entries stay.
constexpr const char* version8 = R"sql(
CREATE TABLE case_action (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    done_at INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    details TEXT NOT NULL
) STRICT;

INSERT INTO case_action (done_at, kind, details)
SELECT CAST(strftime('%s', 'now') AS INTEGER), 'log begun',
       json_object('photos', CAST((SELECT count(*) FROM photo) AS TEXT));

CREATE TRIGGER case_action_unchanged BEFORE UPDATE ON case_action BEGIN
    SELECT RAISE(ABORT, 'the log of a case only grows');
END;
CREATE TRIGGER case_action_kept BEFORE DELETE ON case_action BEGIN
    SELECT RAISE(ABORT, 'the log of a case only grows');
END;
CREATE TRIGGER root_added AFTER INSERT ON root BEGIN
    INSERT INTO case_action (done_at, kind, details)
    VALUES (CAST(strftime('%s', 'now') AS INTEGER), 'folder added', json_object('folder', CAST(new.folder AS TEXT)));
END;
CREATE TRIGGER root_removed AFTER DELETE ON root BEGIN
    INSERT INTO case_action (done_at, kind, details)
    VALUES (CAST(strftime('%s', 'now') AS INTEGER), 'folder removed', json_object('folder', CAST(old.folder AS TEXT)));
END;
CREATE TRIGGER verdict_given AFTER INSERT ON verdict BEGIN
    INSERT INTO case_action (done_at, kind, details)
    VALUES (CAST(strftime('%s', 'now') AS INTEGER), 'verdict given',
            json_object('first', lower(hex(new.first)), 'second', lower(hex(new.second)), 'judgement',
                        CASE new.judgement WHEN 1 THEN 'match' WHEN 2 THEN 'no match' ELSE 'undecided' END,
                        'note', new.note));
END;
CREATE TRIGGER verdict_taken_back AFTER DELETE ON verdict BEGIN
    INSERT INTO case_action (done_at, kind, details)
    VALUES (CAST(strftime('%s', 'now') AS INTEGER), 'verdict taken back',
            json_object('first', lower(hex(old.first)), 'second', lower(hex(old.second))));
END;
)sql";

/// What the user says of photos, and the words that photos are found by: an index of trigrams over a plain
/// table, which short terms are looked for in. Triggers note whose words have to be made anew; see
/// photo_words.h.
constexpr const char* version9 = R"sql(
ALTER TABLE photo ADD COLUMN rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5);
ALTER TABLE photo ADD COLUMN colour_label INTEGER NOT NULL DEFAULT 0 CHECK (colour_label BETWEEN 0 AND 6);
ALTER TABLE photo ADD COLUMN place TEXT NOT NULL DEFAULT '';

CREATE VIEW photo_words AS
SELECT p.id AS photo_id,
       substr(CAST(r.folder AS TEXT), 1 + length(rtrim(CAST(r.folder AS TEXT), replace(CAST(r.folder AS TEXT), '/', ''))))
           || '/' || CAST(p.relative_path AS TEXT) || char(10) || p.camera || char(10) || p.place || char(10) ||
           coalesce((SELECT group_concat(t.name, char(10)) FROM photo_tag pt JOIN tag t ON t.id = pt.tag_id
                     WHERE pt.photo_id = p.id AND pt.source <> 2), '') AS words
FROM photo p JOIN root r ON r.id = p.root_id;

CREATE TABLE photo_word (photo_id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
CREATE TABLE photo_word_due (photo_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO photo_word SELECT photo_id, words FROM photo_words;
CREATE VIRTUAL TABLE photo_text USING fts5(words, content='photo_word', content_rowid='photo_id', tokenize='trigram');
INSERT INTO photo_text (photo_text) VALUES ('rebuild');

CREATE TRIGGER photo_words_added AFTER INSERT ON photo BEGIN
    INSERT INTO photo_word_due SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM photo_word_due WHERE photo_id = new.id);
END;
CREATE TRIGGER photo_words_changed AFTER UPDATE OF root_id, relative_path, camera, place ON photo
WHEN old.root_id <> new.root_id OR old.relative_path <> new.relative_path OR old.camera <> new.camera
     OR old.place <> new.place BEGIN
    INSERT INTO photo_word_due SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM photo_word_due WHERE photo_id = new.id);
END;
CREATE TRIGGER photo_words_removed AFTER DELETE ON photo BEGIN
    INSERT INTO photo_word_due SELECT old.id WHERE NOT EXISTS (SELECT 1 FROM photo_word_due WHERE photo_id = old.id);
END;
CREATE TRIGGER photo_tag_added AFTER INSERT ON photo_tag BEGIN
    INSERT INTO photo_word_due
    SELECT new.photo_id WHERE NOT EXISTS (SELECT 1 FROM photo_word_due WHERE photo_id = new.photo_id);
END;
CREATE TRIGGER photo_tag_changed AFTER UPDATE ON photo_tag BEGIN
    INSERT INTO photo_word_due
    SELECT new.photo_id WHERE NOT EXISTS (SELECT 1 FROM photo_word_due WHERE photo_id = new.photo_id);
END;
CREATE TRIGGER photo_tag_removed AFTER DELETE ON photo_tag BEGIN
    INSERT INTO photo_word_due
    SELECT old.photo_id WHERE NOT EXISTS (SELECT 1 FROM photo_word_due WHERE photo_id = old.photo_id);
END;
)sql";

constexpr std::array allMigrations{Migration{1, version1}, Migration{2, version2}, Migration{3, version3},
                                   Migration{4, version4}, Migration{5, version5}, Migration{6, version6},
                                   Migration{7, version7}, Migration{8, version8}, Migration{9, version9}};

void backUp(const std::filesystem::path& file, int version) {
    std::filesystem::path backup = file;
    backup += ".v" + std::to_string(version) + ".backup";
    SQLite::Database source(file.c_str(), SQLite::OPEN_READONLY, 10'000);
    copyDatabase(source, backup);
}

void apply(SQLite::Database& handle, const Migration& step) {
    SQLite::Transaction transaction(handle, SQLite::TransactionBehavior::IMMEDIATE);
    if (schemaVersion(handle) >= step.version)
        return; // another process was faster
    handle.exec(step.sql);
    handle.exec("PRAGMA application_id = " + std::to_string(libraryApplicationId));
    handle.exec("PRAGMA user_version = " + std::to_string(step.version));
    transaction.commit();
}

} // namespace

std::span<const Migration> migrations() {
    return allMigrations;
}

int schemaVersion(const SQLite::Database& handle) {
    return const_cast<SQLite::Database&>(handle).execAndGet("PRAGMA user_version").getInt();
}

Result<void> migrate(SQLite::Database& handle, const std::filesystem::path& file,
                     std::span<const Migration> steps) {
    const int version = schemaVersion(handle);
    const int newest = steps.back().version;
    if (version > newest)
        return makeError(ErrorCode::LibraryNewer,
                         {pathText(file), std::to_string(version), std::to_string(newest)});
    if (version > 0 && version < newest)
        backUp(file, version);
    for (const Migration& step : steps)
        if (step.version > version)
            apply(handle, step);
    return {};
}

} // namespace likeness
