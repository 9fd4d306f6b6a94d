// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/verdict_repository.h"

#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>

namespace likeness {
namespace {

Verdict verdictIn(SQLite::Statement& row) {
    return {{contentHashOf(row.getColumn(0)), contentHashOf(row.getColumn(1))},
            static_cast<Judgement>(row.getColumn(2).getInt()),
            row.getColumn(3).getString(),
            row.getColumn(4).getInt64()};
}

void bindPair(SQLite::Statement& statement, const ContentPair& pair) {
    bindBytes(statement, 1, pair.first);
    bindBytes(statement, 2, pair.second);
}

} // namespace

ContentPair contentPair(const ContentHash& a, const ContentHash& b) {
    return {std::min(a, b), std::max(a, b)};
}

Result<std::vector<Verdict>> VerdictRepository::all() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(
            database_.handle(),
            "SELECT first, second, judgement, note, judged_at FROM verdict ORDER BY first, second");
        std::vector<Verdict> verdicts;
        while (query.executeStep())
            verdicts.push_back(verdictIn(query));
        return verdicts;
    });
}

Result<std::unordered_map<PhotoId, ContentHash>>
VerdictRepository::contentsOf(std::span<const PhotoId> photos) const {
    return guarded(database_.file(), [&] {
        SQLite::Statement query(database_.handle(),
                                "SELECT content_hash FROM photo WHERE id = ? AND content_hash IS NOT NULL");
        std::unordered_map<PhotoId, ContentHash> contents;
        for (const PhotoId photo : photos) {
            const StatementReset reset(query);
            query.bind(1, photo.value);
            if (query.executeStep())
                contents.emplace(photo, contentHashOf(query.getColumn(0)));
        }
        return contents;
    });
}

Result<std::optional<PhotoId>> VerdictRepository::photoOf(const ContentHash& content) const {
    return guarded(database_.file(), [&]() -> std::optional<PhotoId> {
        SQLite::Statement query(database_.handle(),
                                "SELECT id FROM photo WHERE content_hash = ? ORDER BY missing, id LIMIT 1");
        bindBytes(query, 1, content);
        if (!query.executeStep())
            return std::nullopt;
        return PhotoId{query.getColumn(0).getInt64()};
    });
}

Result<std::vector<Verdict>> VerdictRepository::between(const ContentHash& query,
                                                        std::span<const ContentHash> contents) const {
    return guarded(database_.file(), [&] {
        SQLite::Statement statement(database_.handle(),
                                    "SELECT first, second, judgement, note, judged_at FROM verdict "
                                    "WHERE first = ? AND second = ?");
        std::vector<Verdict> verdicts;
        for (const ContentHash& content : contents) {
            const StatementReset reset(statement);
            bindPair(statement, contentPair(query, content));
            if (statement.executeStep())
                verdicts.push_back(verdictIn(statement));
        }
        return verdicts;
    });
}

Result<void> VerdictRepository::set(std::span<const Verdict> verdicts) const {
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement statement(database_.handle(), "INSERT OR REPLACE INTO verdict (first, second, "
                                                        "judgement, note, judged_at) VALUES (?, ?, ?, ?, ?)");
        for (const Verdict& verdict : verdicts) {
            bindPair(statement, verdict.contents);
            statement.bind(3, static_cast<int>(verdict.judgement));
            statement.bind(4, verdict.note);
            statement.bind(5, verdict.judgedAt);
            runOnce(statement);
        }
        transaction.commit();
    });
}

Result<void> VerdictRepository::remove(std::span<const ContentPair> pairs) const {
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement statement(database_.handle(), "DELETE FROM verdict WHERE first = ? AND second = ?");
        for (const ContentPair& pair : pairs) {
            bindPair(statement, pair);
            runOnce(statement);
        }
        transaction.commit();
    });
}

} // namespace likeness
