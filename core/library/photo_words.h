// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace SQLite {
class Database;
}

namespace likeness {

/// Brings the words that photos are found by up to date where photos or their tags changed. Whoever writes
/// those calls it last in their transaction. Throws SQLite::Exception.
void renewPhotoWords(SQLite::Database& handle);

} // namespace likeness
