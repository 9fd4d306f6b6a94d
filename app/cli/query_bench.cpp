// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/query_bench.h"

#include "core/search/timed.h"

#include <algorithm>

namespace likeness::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<Rectangle> boxesFor(SearchMode mode) {
    if (mode == SearchMode::Region)
        return {{.33, .33, .33, .33}};
    if (mode == SearchMode::Part)
        return {{.5, .5, 0, 0}};
    return {};
}

} // namespace

Result<QuerySample> QueryBench::measure(const std::filesystem::path& file) {
    QuerySample sample;
    for (int look = 0; look < 2; ++look)
        if (auto done = pass(file, sample); !done)
            return done.error();
    const auto whole = query(file, SearchMode::Whole);
    if (!whole)
        return whole.error();
    sample.whole = *whole;
    if (library_.indexes->regions.size() > 0) {
        const auto region = query(file, SearchMode::Region);
        if (!region)
            return region.error();
        sample.region = *region;
    }
    if (library_.indexes->parts.size() > 0) {
        const auto part = query(file, SearchMode::Part);
        if (!part)
            return part.error();
        sample.part = *part;
    }
    return sample;
}

Result<void> QueryBench::pass(const std::filesystem::path& file, QuerySample& sample) {
    sample.decode = sample.pass = Milliseconds(0);
    const Decoder decoder(limits_);
    const auto photo = timed(
        sample.decode, [&] { return decoder.decodeForNetwork(file, library_.recipe->pack().input.width); });
    if (!photo)
        return photo.error();
    const auto maps = timed(sample.pass, [&] { return network_.run(photo->image); });
    if (!maps)
        return maps.error();
    sample.lookup = lookUp(library_.recipe->encodeQuery(*maps).global);
    return {};
}

LookupTime QueryBench::lookUp(const HashCode& code) const {
    constexpr std::size_t wanted = 100;
    const LiveIndex& index = library_.indexes->global;
    LookupTime time;
    const auto all = timed(time.scan, [&] { return index.nearest(code, wanted); });
    const auto some = timed(time.buckets, [&] { return index.nearestInBuckets(code, wanted); });
    const auto found = std::ranges::count_if(
        all, [&some](const PhotoDistance& photo) { return std::ranges::find(some, photo) != some.end(); });
    time.recall = all.empty() ? 1 : static_cast<double>(found) / static_cast<double>(all.size());
    return time;
}

/// By a new engine, which has no photo in memory yet.
Result<QueryTime> QueryBench::query(const std::filesystem::path& file, SearchMode mode) {
    SearchEngine engine(library_.database, *library_.indexes, library_.recipe, &network_, limits_);
    SearchRequest request{file, top_};
    request.mode = mode;
    request.boxes = boxesFor(mode);
    QueryTime time;
    const auto start = Clock::now();
    const auto result = engine.search(
        request, [&](const SearchResult& first) { time.first = Clock::now() - start - first.timing.decode; });
    if (!result)
        return result.error();
    time.answer = Clock::now() - start - result->timing.decode;
    time.network = result->timing.network;
    time.encode = result->timing.encode;
    time.scan = result->timing.scan;
    time.rerank = result->timing.rerank;
    return time;
}

} // namespace likeness::cli
