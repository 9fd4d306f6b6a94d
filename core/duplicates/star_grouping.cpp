// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/star_grouping.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <unordered_map>

namespace likeness {

std::string_view duplicateKindName(DuplicateKind kind) {
    switch (kind) {
    case DuplicateKind::Exact:
        return "exact";
    case DuplicateKind::Near:
        return "near";
    case DuplicateKind::Burst:
        break;
    }
    return "burst";
}

namespace {

using Partners = std::map<PhotoId, std::vector<DuplicateMember>>;

Partners partnersOf(std::span<const AlikePair> pairs) {
    Partners partners;
    for (const AlikePair& pair : pairs) {
        partners[pair.first].push_back({pair.second, pair.similarity});
        partners[pair.second].push_back({pair.first, pair.similarity});
    }
    return partners;
}

/// A photo with the number of partners that it had when it was looked at last.
struct Candidate {
    std::size_t partners;
    PhotoId photo;
};

} // namespace

std::vector<Star> groupIntoStars(std::span<const AlikePair> pairs,
                                 const std::function<bool(PhotoId, PhotoId)>& isBetter) {
    const auto comesLater = [&isBetter](const Candidate& a, const Candidate& b) {
        if (a.partners != b.partners)
            return a.partners < b.partners;
        if (isBetter(a.photo, b.photo) != isBetter(b.photo, a.photo))
            return isBetter(b.photo, a.photo);
        return b.photo < a.photo;
    };
    Partners partners = partnersOf(pairs);
    std::priority_queue<Candidate, std::vector<Candidate>, decltype(comesLater)> queue(comesLater);
    for (const auto& [photo, alike] : partners)
        queue.push({alike.size(), photo});
    std::set<PhotoId> taken;
    std::vector<Star> stars;
    while (!queue.empty()) {
        const Candidate candidate = queue.top();
        queue.pop();
        if (taken.contains(candidate.photo))
            continue;
        auto& left = partners[candidate.photo];
        std::erase_if(left, [&](const DuplicateMember& member) { return taken.contains(member.photo); });
        if (left.empty())
            continue;
        if (left.size() < candidate.partners) {
            queue.push({left.size(), candidate.photo});
            continue;
        }
        std::ranges::sort(left, [](const DuplicateMember& a, const DuplicateMember& b) {
            return a.similarity != b.similarity ? a.similarity > b.similarity : a.photo < b.photo;
        });
        taken.insert(candidate.photo);
        for (const DuplicateMember& member : left)
            taken.insert(member.photo);
        stars.push_back({candidate.photo, left});
    }
    return stars;
}

} // namespace likeness
