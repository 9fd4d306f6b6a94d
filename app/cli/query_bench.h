// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/opened_library.h"
#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/search/search_engine.h"

#include <cstddef>
#include <filesystem>
#include <optional>

namespace likeness::cli {

/// A query by a photo file of one granularity. Decoding is left out, as it depends on the file alone.
struct QueryTime {
    Milliseconds network{0};
    Milliseconds encode{0};
    Milliseconds scan{0};
    Milliseconds rerank{0};
    std::optional<Milliseconds> first; // to the preliminary answer, of regions
    Milliseconds answer{0};            // to the final one
};

/// The 100 nearest whole photos by their codes: from all, and from the query's buckets alone.
struct LookupTime {
    Milliseconds scan{0};
    Milliseconds buckets{0};
    double recall = 0; // the share of the 100 nearest that the buckets hold
};

/// All queries by one photo, and beside them what can't be saved: one pass of the network.
struct QuerySample {
    Milliseconds decode{0};
    Milliseconds pass{0};
    LookupTime lookup;
    QueryTime whole;
    std::optional<QueryTime> region; // where the library has codes for it
    std::optional<QueryTime> part;
};

/// Times single queries by photos that are not in the library, by a box of a third of the photo's sides, and
/// by a spot in its centre. The first look at a file warms the system's cache and is not timed.
class QueryBench {
public:
    /// All outlive the bench.
    QueryBench(const OpenedLibrary& library, Backbone& network, const DecodeLimits& limits, std::size_t top)
        : library_(library), network_(network), limits_(limits), top_(top) {}

    /// Errors of Decoder, Backbone and SearchEngine.
    Result<QuerySample> measure(const std::filesystem::path& file);

private:
    Result<QueryTime> query(const std::filesystem::path& file, SearchMode mode);
    LookupTime lookUp(const HashCode& code) const;
    Result<void> pass(const std::filesystem::path& file, QuerySample& sample);

    const OpenedLibrary& library_;
    Backbone& network_;
    DecodeLimits limits_;
    std::size_t top_;
};

} // namespace likeness::cli
