// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_query.h"
#include "ui/shared/search_manner.h"

#include "core/search/search_request.h"

#include <vector>

namespace likeness::ui {

/// One query of the history: a photo, and what of it is searched by.
struct QueryState {
    PhotoQuery photo;
    SearchMode tool = SearchMode::Whole;
    std::vector<Rectangle> region{}; // none or one; of Region and Fused
    std::vector<Rectangle> spots{};  // of Part
    std::vector<PhotoId> alsoLike{};
    std::vector<PhotoId> unlike{};
    Combination combination = Combination::Mean;
};

/// Where Region and Fused begin, so that there are results at once.
inline constexpr Rectangle firstRegion{.2, .2, .6, .6};

/// Those that the tool searches by; none for Whole.
const std::vector<Rectangle>& boxesOf(const QueryState& state);
/// The tool searches by places, and there is none yet.
bool awaitsPlace(const QueryState& state);

/// Without the photos, which the presenter looks up in the library.
SearchRequest makeRequest(const QueryState& state, const SearchManner& manner, std::size_t top);

} // namespace likeness::ui
