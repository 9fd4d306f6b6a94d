// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <filesystem>
#include <type_traits>

namespace likeness {

/// What a failure of SQLite means to a user: DiskFull, LibraryDamaged, LibraryReadOnly, else LibraryFailed.
/// `systemError` is the errno behind a failed write: SQLite tells a full disk apart, but not a used-up quota.
Error libraryError(const std::filesystem::path& file, const SQLite::Exception& exception, int systemError);

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
/// value, a Result, or nothing.
template <typename Work>
auto guarded(const std::filesystem::path& file, Work&& work) ->
    typename detail::AsResult<std::invoke_result_t<Work>>::Type {
    errno = 0;
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SQLite::Exception& exception) {
        return libraryError(file, exception, errno);
    }
}

} // namespace likeness
