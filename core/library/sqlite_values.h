// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/photo.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <filesystem>
#include <span>

namespace likeness {

/// The bytes of a blob, valid until the statement's next step.
inline std::span<const std::byte> bytesOf(const SQLite::Column& column) {
    return {static_cast<const std::byte*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

/// Zeros at the end where there are too few bytes.
inline ContentHash contentHashOf(const SQLite::Column& column) {
    ContentHash hash{};
    const auto bytes = bytesOf(column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

/// A path is stored as the bytes of its name, whatever their encoding.
inline std::filesystem::path pathOf(const SQLite::Column& column) {
    const auto bytes = bytesOf(column);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

inline void bindBytes(SQLite::Statement& statement, int index, std::span<const std::byte> bytes) {
    statement.bind(index, bytes.empty() ? "" : static_cast<const void*>(bytes.data()),
                   static_cast<int>(bytes.size()));
}

inline void bindPath(SQLite::Statement& statement, int index, const std::filesystem::path& path) {
    bindBytes(statement, index, std::as_bytes(std::span(path.native())));
}

inline void bindStamp(SQLite::Statement& statement, int bytesIndex, int modifiedIndex,
                      const FileStamp& stamp) {
    statement.bind(bytesIndex, stamp.bytes);
    statement.bind(modifiedIndex, stamp.modifiedNs);
}

/// Runs a statement that gives no rows, and makes it ready for its next use.
inline void runOnce(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

/// Puts a statement back at its start when the scope ends, so that its read transaction ends with it.
class StatementReset {
public:
    explicit StatementReset(SQLite::Statement& statement) : statement_(statement) {}
    ~StatementReset() { statement_.tryReset(); }
    StatementReset(const StatementReset&) = delete;
    StatementReset& operator=(const StatementReset&) = delete;
    StatementReset(StatementReset&&) = delete;
    StatementReset& operator=(StatementReset&&) = delete;

private:
    SQLite::Statement& statement_;
};

} // namespace likeness
