// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/query_state.h"

namespace likeness::ui {

const std::vector<Rectangle>& boxesOf(const QueryState& state) {
    static const std::vector<Rectangle> none;
    switch (state.tool) {
    case SearchMode::Region:
    case SearchMode::Fused:
        return state.region;
    case SearchMode::Part:
        return state.spots;
    case SearchMode::Whole:
        break;
    }
    return none;
}

bool awaitsPlace(const QueryState& state) {
    return state.tool != SearchMode::Whole && boxesOf(state).empty();
}

SearchRequest makeRequest(const QueryState& state, const SearchManner& manner, std::size_t top) {
    SearchRequest request;
    request.top = top;
    request.ranking = manner.ranking;
    request.rerank = manner.rerank;
    request.mode = state.tool;
    request.boxes = boxesOf(state);
    request.weights = manner.weights;
    request.fusion = manner.fusion;
    request.mirrored = manner.mirrored;
    request.rotated = manner.rotated;
    request.combination = state.combination;
    return request;
}

} // namespace likeness::ui
