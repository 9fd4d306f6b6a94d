// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace likeness {

/// How much of a photo one code stands for.
enum class Granularity {
    Global, // the whole photo: one code
    Region, // one of a fixed grid of large windows: a code each
    Part,   // a small window, "spot": a code each, for the most telling ones
};

inline constexpr std::array allGranularities{Granularity::Global, Granularity::Region, Granularity::Part};

/// "global", "region", "part": the names in library files, codebook files and on the command line.
std::string_view granularityName(Granularity granularity);
std::optional<Granularity> granularityFromName(std::string_view name);

} // namespace likeness
