// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/index_loading.h"

#include "core/library/code_snapshot.h"
#include "core/library/code_stream.h"
#include "core/library/sqlite_guard.h"

#include <SQLiteCpp/Transaction.h>

#include <utility>

namespace likeness {
namespace {

using Codes = CodeStream::Codes;

Result<void> load(const CodeStream& codes, LiveIndex& index) {
    CodeSegment::Builder builder;
    auto read = codes.read([&](const Codes& photo) -> Result<void> {
        builder.append(photo.photo, photo.words);
        return {};
    });
    if (read)
        index.put(builder.finish());
    return read;
}

Result<void> load(const CodeStream& codes, WindowIndex& index) {
    WindowSegment::Builder builder;
    auto read = codes.read([&](const Codes& photo) -> Result<void> {
        builder.append(photo.photo, photo.windows, photo.words);
        return {};
    });
    if (read)
        index.put(builder.finish());
    return read;
}

Result<void> loadFromDatabase(const Database& database, const Recipe& recipe, LiveIndexes& indexes) {
    return guarded(database.file(), [&] {
        const SQLite::Transaction oneState(database.handle());
        auto loaded = load(CodeStream(database, recipe, Granularity::Global), indexes.global);
        if (loaded)
            loaded = load(CodeStream(database, recipe, Granularity::Region), indexes.regions);
        if (loaded)
            loaded = load(CodeStream(database, recipe, Granularity::Part), indexes.parts);
        return loaded;
    });
}

} // namespace

Result<std::unique_ptr<LiveIndexes>> loadIndexes(const Database& database, const Recipe& recipe) {
    auto indexes = std::make_unique<LiveIndexes>(recipe);
    auto snapshot = openCodeSnapshot(database, recipe);
    if (!snapshot)
        return snapshot.error();
    if (*snapshot) {
        indexes->global.put(std::move((*snapshot)->global));
        indexes->regions.put(std::move((*snapshot)->regions));
        indexes->parts.put(std::move((*snapshot)->parts));
    } else if (auto loaded = loadFromDatabase(database, recipe, *indexes); !loaded) {
        return loaded.error();
    }
    return indexes;
}

} // namespace likeness
