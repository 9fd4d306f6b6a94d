// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/job_feeder.h"

#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <algorithm>

namespace likeness {
namespace {

constexpr std::size_t photosPerQuery = 8; // few, so that photos that are put first come soon

std::optional<IndexJob::Stored> storedOf(const SQLite::Statement& row) {
    const auto hash = bytesOf(row.getColumn(2));
    IndexJob::Stored stored;
    if (hash.size() != stored.contentHash.size() || row.getColumn(3).isNull())
        return std::nullopt;
    auto descriptor = quantisedFromBlob(bytesOf(row.getColumn(3)));
    if (!descriptor)
        return std::nullopt;
    std::ranges::copy(hash, stored.contentHash.begin());
    stored.descriptor = *std::move(descriptor);
    return stored;
}

} // namespace

Result<void> JobFeeder::feed(TodoList& todos, BoundedQueue<IndexJob>& jobs) const {
    for (;;) {
        const std::vector<Todo> next = todos.take(photosPerQuery);
        if (next.empty())
            return {};
        auto loaded = load(next);
        if (!loaded)
            return loaded.error();
        for (IndexJob& job : *loaded)
            if (!jobs.push(std::move(job)))
                return {};
    }
}

Result<std::vector<IndexJob>> JobFeeder::load(const std::vector<Todo>& todos) const {
    return guarded(database_.file(), [&] {
        SQLite::Statement query(
            database_.handle(),
            "SELECT r.folder, p.relative_path, p.content_hash, d.vector FROM photo p JOIN root r ON r.id = "
            "p.root_id LEFT JOIN descriptor d ON d.photo_id = p.id AND d.network_id = ?1 "
            "AND (?3 = 0 OR EXISTS (SELECT 1 FROM code WHERE code_set_id = ?3 AND photo_id = p.id)) "
            "AND (?4 = 0 OR EXISTS (SELECT 1 FROM code WHERE code_set_id = ?4 AND photo_id = p.id)) "
            "WHERE p.id = ?2");
        query.bind(1, ids_.network);
        query.bind(3, ids_.regions);
        query.bind(4, ids_.parts);
        std::vector<IndexJob> jobs;
        for (const Todo& todo : todos) {
            query.reset();
            query.bind(2, todo.photo.value);
            if (query.executeStep())
                jobs.push_back(
                    {todo, pathOf(query.getColumn(0)) / pathOf(query.getColumn(1)), storedOf(query)});
        }
        return jobs;
    });
}

} // namespace likeness
