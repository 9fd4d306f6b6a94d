// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/bursts.h"

#include "core/duplicates/cosine_similarity.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace likeness {
namespace {

using Vectors = std::unordered_map<PhotoId, QuantisedDescriptor>;

std::vector<const Photo*> byTime(std::span<const Photo> photos) {
    std::vector<const Photo*> timed;
    for (const Photo& photo : photos)
        if (photo.takenAt)
            timed.push_back(&photo);
    std::ranges::sort(timed, [](const Photo* a, const Photo* b) {
        return std::tie(a->camera, *a->takenAt, a->id) < std::tie(b->camera, *b->takenAt, b->id);
    });
    return timed;
}

bool areClose(const Photo& a, const Photo& b, std::int64_t seconds) {
    return a.camera == b.camera && *b.takenAt - *a.takenAt <= seconds;
}

Result<Vectors> vectorsOf(std::span<const Photo* const> photos, const CodeRepository& codes) {
    std::vector<PhotoId> ids;
    for (const Photo* photo : photos)
        ids.push_back(photo->id);
    auto loaded = codes.rerankVectors(ids);
    if (!loaded)
        return loaded.error();
    Vectors vectors;
    for (auto& [photo, vector] : *loaded)
        vectors.emplace(photo, std::move(vector));
    return vectors;
}

} // namespace

Result<std::vector<AlikePair>> burstPairs(std::span<const Photo> photos, const CodeRepository& codes,
                                          const BurstOptions& options, const DuplicateRun& run) {
    const std::vector<const Photo*> timed = byTime(photos);
    std::vector<AlikePair> pairs;
    for (std::size_t first = 0; first < timed.size() && !run.stop.stop_requested(); ++first) {
        std::size_t end = first + 1;
        while (end < timed.size() && areClose(*timed[first], *timed[end], options.seconds))
            ++end;
        if (end - first < 2)
            continue;
        const auto vectors = vectorsOf(std::span(timed).subspan(first, end - first), codes);
        if (!vectors)
            return vectors.error();
        const auto own = vectors->find(timed[first]->id);
        for (std::size_t i = first + 1; i < end && own != vectors->end(); ++i) {
            const auto other = vectors->find(timed[i]->id);
            if (other == vectors->end())
                continue;
            if (const double cosine = cosineSimilarity(own->second, other->second);
                cosine >= options.leastSimilarity)
                pairs.push_back({timed[first]->id, timed[i]->id, cosine});
        }
    }
    return pairs;
}

} // namespace likeness
