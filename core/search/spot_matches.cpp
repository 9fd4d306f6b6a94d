// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/spot_matches.h"

#include "core/features/part_features.h"
#include "core/library/window_repository.h"

#include <algorithm>
#include <array>

namespace likeness {
namespace {

constexpr double overlapping = 0.5;

/// Of each code of `from`, which code of `to` is nearest; the first of several.
std::vector<std::size_t> nearestOf(const WindowCodes& from, const WindowCodes& to) {
    std::vector<std::size_t> nearest(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        int least = from.bits + 1;
        for (std::size_t j = 0; j < to.size(); ++j) {
            const int distance = hammingDistance(from.code(i), to.code(j));
            if (distance < least) {
                least = distance;
                nearest[i] = j;
            }
        }
    }
    return nearest;
}

std::vector<SpotMatch> mutualMatches(const WindowCodes& a, const WindowCodes& b, const WindowGrid& grid) {
    std::vector<SpotMatch> matches;
    if (a.size() == 0 || b.size() == 0 || a.bits != b.bits)
        return matches;
    const auto ofA = nearestOf(a, b);
    const auto ofB = nearestOf(b, a);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t j = ofA[i];
        const int distance = hammingDistance(a.code(i), b.code(j));
        if (ofB[j] == i && 10 * distance < 3 * a.bits)
            matches.push_back({grid.place(a.windows[i]), grid.place(b.windows[j]), distance});
    }
    std::ranges::stable_sort(matches, {}, &SpotMatch::distance);
    return matches;
}

std::vector<SpotMatch> apart(const std::vector<SpotMatch>& matches, std::size_t most) {
    std::vector<SpotMatch> kept;
    for (const SpotMatch& match : matches) {
        const bool covers = std::ranges::any_of(kept, [&match](const SpotMatch& other) {
            return intersectionOverUnion(match.first, other.first) > overlapping ||
                   intersectionOverUnion(match.second, other.second) > overlapping;
        });
        if (!covers && kept.size() < most)
            kept.push_back(match);
    }
    return kept;
}

} // namespace

Result<std::vector<SpotMatch>> matchSpots(const Database& database, const Recipe& recipe, PhotoId first,
                                          PhotoId second, std::size_t most) {
    if (recipe.codebook(Granularity::Part) == nullptr)
        return makeError(ErrorCode::GranularityMissing,
                         {recipe.pack().name, std::string(granularityName(Granularity::Part))});
    const std::array photos{first, second};
    const auto codes = WindowRepository(database, recipe).codes(Granularity::Part, photos);
    if (!codes)
        return codes.error();
    const auto codesOf = [&codes](PhotoId photo) {
        const auto found = std::ranges::find(*codes, photo, &IndexedWindows::photo);
        return found == codes->end() ? WindowCodes() : found->codes;
    };
    return apart(mutualMatches(codesOf(first), codesOf(second), partGrid(recipe.pack())), most);
}

} // namespace likeness
