// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/experiment_repository.h"

#include "core/library/sqlite_guard.h"

#include <SQLiteCpp/Statement.h>

namespace likeness {

Result<std::vector<KeptExperiment>> ExperimentRepository::all() const {
    return guarded(database_.file(), [&] {
        SQLite::Statement query(database_.handle(),
                                "SELECT id, made_at, title FROM experiment ORDER BY id DESC");
        std::vector<KeptExperiment> kept;
        while (query.executeStep())
            kept.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                            query.getColumn(2).getString()});
        return kept;
    });
}

Result<std::string> ExperimentRepository::report(std::int64_t id) const {
    return guarded(database_.file(), [&]() -> Result<std::string> {
        SQLite::Statement query(database_.handle(), "SELECT report FROM experiment WHERE id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            return makeError(ErrorCode::InvalidArgument,
                             {"there is no evaluation " + std::to_string(id) + " in the library"});
        return query.getColumn(0).getString();
    });
}

Result<std::int64_t> ExperimentRepository::add(const std::string& title, std::int64_t madeAt,
                                               const std::string& report) const {
    return guarded(database_.file(), [&] {
        SQLite::Statement insert(database_.handle(),
                                 "INSERT INTO experiment (made_at, title, report) VALUES (?, ?, ?)");
        insert.bind(1, madeAt);
        insert.bind(2, title);
        insert.bind(3, report);
        insert.exec();
        return static_cast<std::int64_t>(database_.handle().getLastInsertRowid());
    });
}

Result<void> ExperimentRepository::remove(std::int64_t id) const {
    return guarded(database_.file(), [&] {
        SQLite::Statement remove(database_.handle(), "DELETE FROM experiment WHERE id = ?");
        remove.bind(1, id);
        remove.exec();
    });
}

} // namespace likeness
