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

/// 0 where the recipe has no codebook for that granularity.
std::int64_t codeSetId(SQLite::Database& handle, std::int64_t network, const Recipe& recipe,
                       Granularity granularity) {
    const Codebook* const codebook = recipe.codebook(granularity);
    if (codebook == nullptr)
        return 0;
    const std::string name(granularityName(granularity));
    SQLite::Statement insert(handle, "INSERT OR IGNORE INTO code_set (granularity, fingerprint, network_id, "
                                     "method, bits) VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, name);
    insert.bind(2, recipe.fingerprint(granularity));
    insert.bind(3, network);
    insert.bind(4, std::string(codebook->encoder->method()));
    insert.bind(5, codebook->encoder->bits());
    insert.exec();
    SQLite::Statement query(handle, "SELECT id FROM code_set WHERE granularity = ? AND fingerprint = ?");
    query.bind(1, name);
    query.bind(2, recipe.fingerprint(granularity));
    query.executeStep();
    return query.getColumn(0).getInt64();
}

CodeSetIds codeSetIds(SQLite::Database& handle, const Recipe& recipe) {
    CodeSetIds ids;
    ids.network = networkId(handle, recipe.pack().descriptorSource());
    ids.global = codeSetId(handle, ids.network, recipe, Granularity::Global);
    ids.regions = codeSetId(handle, ids.network, recipe, Granularity::Region);
    ids.parts = codeSetId(handle, ids.network, recipe, Granularity::Part);
    return ids;
}

bool isCurrent(SQLite::Database& handle, const Fingerprint& fingerprint) {
    SQLite::Statement query(handle, "SELECT 1 FROM setting WHERE name = 'fingerprint' AND value = ?");
    query.bind(1, fingerprint);
    return query.executeStep();
}

void makeCurrent(SQLite::Database& handle, const Recipe& recipe, std::int64_t codeSet) {
    SQLite::Statement stale(handle, "UPDATE photo SET state = 0 WHERE state = 1 AND id NOT IN "
                                    "(SELECT photo_id FROM code WHERE code_set_id = ?)");
    stale.bind(1, codeSet);
    stale.exec();
    SQLite::Statement setting(handle,
                              "INSERT OR REPLACE INTO setting VALUES ('fingerprint', ?), ('pack', ?), "
                              "('precision', ?)");
    setting.bind(1, recipe.fingerprint());
    setting.bind(2, recipe.pack().name);
    setting.bind(3, std::string(precisionName(recipe.pack().precision)));
    setting.exec();
}

} // namespace

std::optional<CodeSet> findCodeSet(const SQLite::Database& handle, Granularity granularity,
                                   const Fingerprint& fingerprint) {
    SQLite::Statement query(handle,
                            "SELECT id, bits FROM code_set WHERE granularity = ? AND fingerprint = ?");
    query.bind(1, std::string(granularityName(granularity)));
    query.bind(2, fingerprint);
    if (!query.executeStep())
        return std::nullopt;
    return CodeSet{query.getColumn(0).getInt64(), query.getColumn(1).getInt()};
}

Result<CodeSetIds> codeSetsOf(const Database& database, const Recipe& recipe) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        const CodeSetIds ids = codeSetIds(database.handle(), recipe);
        transaction.commit();
        return ids;
    });
}

Result<CodeSetIds> adoptRecipe(const Database& database, const Recipe& recipe) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        const CodeSetIds ids = codeSetIds(database.handle(), recipe);
        if (!isCurrent(database.handle(), recipe.fingerprint()))
            makeCurrent(database.handle(), recipe, ids.global);
        transaction.commit();
        return ids;
    });
}

Result<std::vector<PhotoId>> photosLackingCodes(const Database& database, const CodeSetIds& ids) {
    return guarded(database.file(), [&] {
        SQLite::Statement query(database.handle(), "SELECT id FROM photo WHERE state = 1 AND missing = 0 "
                                                   "EXCEPT SELECT photo_id FROM code WHERE code_set_id = ?");
        query.bind(1, ids.global);
        std::vector<PhotoId> photos;
        while (query.executeStep())
            photos.push_back(PhotoId{query.getColumn(0).getInt64()});
        return photos;
    });
}

Result<std::unordered_set<PhotoId>> photosLackingAnyCodes(const Database& database, const CodeSetIds& ids) {
    return guarded(database.file(), [&] {
        std::unordered_set<PhotoId> lacking;
        SQLite::Statement query(database.handle(), "SELECT id FROM photo WHERE state = 1 EXCEPT "
                                                   "SELECT photo_id FROM code WHERE code_set_id = ?");
        for (const std::int64_t codeSet : {ids.global, ids.regions, ids.parts}) {
            if (codeSet == 0)
                continue;
            query.reset();
            query.bind(1, codeSet);
            while (query.executeStep())
                lacking.insert(PhotoId{query.getColumn(0).getInt64()});
        }
        return lacking;
    });
}

Result<std::vector<CodeSetProgress>> codeSetProgress(const Database& database) {
    return guarded(database.file(), [&] {
        SQLite::Statement query(
            database.handle(),
            "SELECT s.granularity, s.fingerprint, n.sha256, s.method, s.bits, (SELECT count(*) FROM code c "
            "JOIN "
            "photo p ON p.id = c.photo_id WHERE c.code_set_id = s.id AND p.state = 1 AND p.missing = 0) "
            "FROM code_set s JOIN network n ON n.id = s.network_id ORDER BY s.id");
        std::vector<CodeSetProgress> sets;
        while (query.executeStep())
            sets.push_back({granularityFromName(query.getColumn(0).getString()).value_or(Granularity::Global),
                            query.getColumn(1).getString(), query.getColumn(2).getString(),
                            query.getColumn(3).getString(), query.getColumn(4).getInt(),
                            query.getColumn(5).getInt64()});
        return sets;
    });
}

} // namespace likeness
