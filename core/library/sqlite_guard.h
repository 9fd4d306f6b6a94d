// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <filesystem>
#include <type_traits>

namespace likeness {

/// What a failure of SQLite means to a user: DiskFull, LibraryDamaged, LibraryReadOnly, else LibraryFailed.
/// `systemError` is the errno behind a failed write, 0 where unknown.
Error libraryError(const std::filesystem::path& file, const SQLite::Exception& exception,
                   int systemError = 0);

/// The errno of the connection's last failed system call.
int systemErrorOf(const SQLite::Database& handle);

namespace detail {

template <typename T>
struct AsResult {
    using Type = Result<T>;
};
template <typename T>
struct AsResult<Result<T>> {
    using Type = Result<T>;
};

} // namespace detail

/// Runs `work` on a library file. What SQLite throws ends here and becomes an Error. `work` may return a
/// value, a Result, or nothing. `handle` may be null before the connection is there.
template <typename Work>
auto guarded(const std::filesystem::path& file, const SQLite::Database* handle, Work&& work) ->
    typename detail::AsResult<std::invoke_result_t<Work>>::Type {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SQLite::Exception& exception) {
        return libraryError(file, exception, handle == nullptr ? 0 : systemErrorOf(*handle));
    }
}

} // namespace likeness
