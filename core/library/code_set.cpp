// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/code_set.h"

#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Transaction.h>
#include <string>

namespace likeness {
namespace {

std::int64_t networkId(SQLite::Database& handle, const std::string& sha256) {
    SQLite::Statement insert(handle, "INSERT OR IGNORE INTO network (sha256) VALUES (?)");
    insert.bind(1, sha256);
    insert.exec();
    SQLite::Statement query(handle, "SELECT id FROM network WHERE sha256 = ?");
    query.bind(1, sha256);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

std::int64_t codeSetId(SQLite::Database& handle, std::int64_t network, const Recipe& recipe) {
    const Encoder& encoder = *recipe.codebook().encoder;
    SQLite::Statement insert(handle, "INSERT OR IGNORE INTO code_set (granularity, fingerprint, network_id, "
                                     "method, bits) VALUES ('global', ?, ?, ?, ?)");
    insert.bind(1, recipe.fingerprint());
    insert.bind(2, network);
    insert.bind(3, std::string(encoder.method()));
    insert.bind(4, encoder.bits());
    insert.exec();
    SQLite::Statement query(handle,
                            "SELECT id FROM code_set WHERE granularity = 'global' AND fingerprint = ?");
    query.bind(1, recipe.fingerprint());
    query.executeStep();
    return query.getColumn(0).getInt64();
}

bool isCurrent(SQLite::Database& handle, const Fingerprint& fingerprint) {
    SQLite::Statement query(handle, "SELECT 1 FROM setting WHERE name = 'fingerprint' AND value = ?");
    query.bind(1, fingerprint);
    return query.executeStep();
}

void makeCurrent(SQLite::Database& handle, const Fingerprint& fingerprint, std::int64_t codeSet) {
    SQLite::Statement stale(handle, "UPDATE photo SET state = 0 WHERE state = 1 AND id NOT IN "
                                    "(SELECT photo_id FROM code WHERE code_set_id = ?)");
    stale.bind(1, codeSet);
    stale.exec();
    SQLite::Statement setting(handle, "INSERT OR REPLACE INTO setting VALUES ('fingerprint', ?)");
    setting.bind(1, fingerprint);
    setting.exec();
}

} // namespace

Result<CodeSetIds> adoptRecipe(const Database& database, const Recipe& recipe) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        CodeSetIds ids;
        ids.network = networkId(database.handle(), recipe.pack().networkSha256);
        ids.codeSet = codeSetId(database.handle(), ids.network, recipe);
        if (!isCurrent(database.handle(), recipe.fingerprint()))
            makeCurrent(database.handle(), recipe.fingerprint(), ids.codeSet);
        transaction.commit();
        return ids;
    });
}

} // namespace likeness
