// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace likeness {

/// The codes of one granularity that a library can be searched by, photo by photo, in the order of their ids.
/// Used on the thread of its Database, which outlives it. Functions throw what SQLiteCpp throws.
class CodeStream {
public:
    CodeStream(const Database& database, const Recipe& recipe, Granularity granularity);

    /// A photo's codes: words one after the other, and for parts the number of each window.
    struct Codes {
        PhotoId photo;
        std::span<const std::uint64_t> words;
        std::span<const std::uint16_t> windows; // of whole photos: the one window 0
    };

    /// LibraryDamaged where a blob has the wrong length; `visit` may fail, too.
    Result<void> read(const std::function<Result<void>(const Codes&)>& visit) const;

    struct Size {
        std::uint64_t photos = 0;
        std::uint64_t windows = 0; // of all photos
    };
    /// Of what read() visits.
    Size size() const;

    int bits() const { return bits_; }

private:
    std::size_t bytesPerWindow() const;

    const Database& database_;
    Granularity granularity_;
    std::int64_t codeSet_ = 0; // 0 where the library has none
    int bits_ = 0;
};

} // namespace likeness
