// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace likeness {

/// A photo's identity in its library: survives moves and renames, is never given twice.
struct PhotoId {
    std::int64_t value = 0;
    auto operator<=>(const PhotoId&) const = default;
};

/// A folder that the user added.
struct RootId {
    std::int64_t value = 0;
    auto operator<=>(const RootId&) const = default;
};

} // namespace likeness

template <>
struct std::hash<likeness::PhotoId> {
    std::size_t operator()(likeness::PhotoId id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
