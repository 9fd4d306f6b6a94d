// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/granularity.h"

#include <algorithm>

namespace likeness {

std::string_view granularityName(Granularity granularity) {
    constexpr std::array<std::string_view, allGranularities.size()> names{"global", "region", "part"};
    return names.at(static_cast<std::size_t>(granularity));
}

std::optional<Granularity> granularityFromName(std::string_view name) {
    const auto* const found = std::ranges::find(allGranularities, name, granularityName);
    return found == allGranularities.end() ? std::nullopt : std::optional(*found);
}

} // namespace likeness
