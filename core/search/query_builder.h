// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/recipe.h"
#include "core/search/query_source.h"
#include "core/search/search_request.h"
#include "core/search/search_result.h"
#include "core/search/window_scorer.h"

#include <vector>

namespace likeness {

/// Turns a request into the vectors that photos are compared with, one for each way to ask: orientations of
/// the query, and several photos where the best of them counts.
class QueryBuilder {
public:
    /// All outlive the builder.
    QueryBuilder(QuerySource& source, const Recipe& recipe, const SearchRequest& request,
                 SearchTiming& timing)
        : source_(source), recipe_(recipe), request_(request), timing_(timing) {}

    /// Whole photos. Errors of QuerySource.
    Result<std::vector<QueryCodes>> whole() const;

    /// The first box as if it were a photo of its own.
    Result<std::vector<QueryCodes>> boxAsWhole() const;

    /// The box pooled from its own photo's map: what is known at once.
    Result<std::vector<WindowQuery>> regionAtOnce() const;
    /// Its mean with the box's own network pass, which sees it large and with a margin of its surroundings.
    Result<std::vector<WindowQuery>> region() const;

    /// The spots under the boxes.
    Result<std::vector<WindowQuery>> parts() const;

    /// The boxes that are searched by: those of the request within the photo, clicks as spots.
    static std::vector<Rectangle> places(const SearchRequest& request);

private:
    std::vector<Orientation> orientations() const;
    Result<FeatureMaps> mapsIn(Orientation orientation) const;
    Result<Descriptor> wholeDescriptor(const QueryPhoto& photo, Orientation orientation) const;
    Result<std::vector<Descriptor>> likedDescriptors(Orientation orientation) const;
    Result<Descriptor> unlikedMean() const;
    Result<Descriptor> closeUp(const Rectangle& box, Orientation orientation) const;

    QuerySource& source_;
    const Recipe& recipe_;
    const SearchRequest& request_;
    SearchTiming& timing_;
};

} // namespace likeness
