// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <span>
#include <string>

namespace likeness {

/// Takes the keywords of photos over as tags while they are indexed. Inside the caller's transaction; throws
/// SQLite::Exception.
class TagWriter {
public:
    /// Whether the file has the content that the library knew before.
    enum class Content { Same, Changed };

    explicit TagWriter(const SQLite::Database& handle);

    /// The photo's tags from metadata are then those of `keywords`, but for those that the user removed since
    /// the content changed last. Tags that the user gave stay.
    void store(PhotoId photo, std::span<const std::string> keywords, Content content);

private:
    SQLite::Statement forget_;
    SQLite::Statement addTag_;
    SQLite::Statement addToPhoto_;
};

} // namespace likeness
