// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_builder.h"

#include "core/features/part_features.h"
#include "core/features/region_features.h"
#include "core/search/timed.h"

#include <algorithm>

namespace likeness {
namespace {

/// What a box is widened by on each side, in its own sides, for its own network pass: the network tells more
/// of an object that it sees with some of its surroundings.
constexpr double margin = 0.25;

/// The share of what is not wanted that is taken off (Rocchio 1971).
constexpr float unlikeWeight = 0.5F;

Descriptor meanOf(const std::vector<Descriptor>& vectors) {
    Descriptor mean = vectors.front();
    for (std::size_t i = 1; i < vectors.size(); ++i)
        std::ranges::transform(mean, vectors[i], mean.begin(), std::plus<>());
    normalise(mean);
    return mean;
}

Rectangle widened(const Rectangle& box) {
    return withinPhoto({box.x - margin * box.width, box.y - margin * box.height, box.width * (1 + 2 * margin),
                        box.height * (1 + 2 * margin)});
}

/// A place on the photo, as a place on the part of it that `frame` cuts out.
Rectangle within(const Rectangle& frame, const Rectangle& place) {
    return withinPhoto({(place.x - frame.x) / frame.width, (place.y - frame.y) / frame.height,
                        place.width / frame.width, place.height / frame.height});
}

} // namespace

std::vector<Rectangle> QueryBuilder::places(const SearchRequest& request) {
    if (request.mode == SearchMode::Whole)
        return {};
    std::vector<Rectangle> boxes;
    for (const Rectangle& box : request.boxes)
        boxes.push_back(spotBox(box));
    if (boxes.empty())
        boxes.push_back(wholePhoto);
    if (request.mode == SearchMode::Region)
        boxes.resize(1);
    return boxes;
}

std::vector<Orientation> QueryBuilder::orientations() const {
    std::vector<Orientation> all;
    for (const auto mirror : {Orientation::Mirror::No, Orientation::Mirror::Yes})
        for (int turns = 0; turns < 4; ++turns)
            if ((mirror == Orientation::Mirror::No || request_.mirrored) && (turns == 0 || request_.rotated))
                all.push_back({mirror, turns});
    return all;
}

Result<FeatureMaps> QueryBuilder::mapsIn(Orientation orientation) const {
    const auto photo = source_.open(request_.query, timing_);
    if (!photo)
        return photo.error();
    if (orientation == Orientation())
        return (*photo)->maps;
    return source_.run(oriented((*photo)->image, orientation), timing_);
}

Result<Descriptor> QueryBuilder::wholeDescriptor(const QueryPhoto& photo, Orientation orientation) const {
    if (orientation == Orientation()) {
        const auto stored = source_.descriptor(photo, timing_);
        if (!stored)
            return stored.error();
        return dequantise(*stored);
    }
    const auto opened = source_.open(photo, timing_);
    if (!opened)
        return opened.error();
    const auto maps = source_.run(oriented((*opened)->image, orientation), timing_);
    if (!maps)
        return maps.error();
    return gemPool(maps->stride32, recipe_.pack().gemPower);
}

Result<std::vector<Descriptor>> QueryBuilder::likedDescriptors(Orientation orientation) const {
    std::vector<QueryPhoto> photos{request_.query};
    photos.insert(photos.end(), request_.alsoLike.begin(), request_.alsoLike.end());
    std::vector<Descriptor> descriptors;
    for (const QueryPhoto& photo : photos) {
        auto descriptor = wholeDescriptor(photo, orientation);
        if (!descriptor)
            return descriptor.error();
        descriptors.push_back(*std::move(descriptor));
    }
    if (request_.combination == Combination::Mean && descriptors.size() > 1)
        return std::vector<Descriptor>(1, meanOf(descriptors));
    return descriptors;
}

/// Empty where nothing is to be unlike.
Result<Descriptor> QueryBuilder::unlikedMean() const {
    std::vector<Descriptor> descriptors;
    for (const QueryPhoto& photo : request_.unlike) {
        auto descriptor = wholeDescriptor(photo, {});
        if (!descriptor)
            return descriptor.error();
        descriptors.push_back(*std::move(descriptor));
    }
    return descriptors.empty() ? Descriptor() : meanOf(descriptors);
}

Result<std::vector<QueryCodes>> QueryBuilder::whole() const {
    const auto unliked = unlikedMean();
    if (!unliked)
        return unliked.error();
    std::vector<QueryCodes> queries;
    for (const Orientation orientation : orientations()) {
        auto liked = likedDescriptors(orientation);
        if (!liked)
            return liked.error();
        for (Descriptor& descriptor : *liked) {
            for (std::size_t i = 0; i < unliked->size(); ++i)
                descriptor[i] -= unlikeWeight * (*unliked)[i];
            if (!unliked->empty())
                normalise(descriptor);
            queries.push_back(
                timed(timing_.encode, [&] { return recipe_.encodeQuery(quantise(descriptor)); }));
        }
    }
    return queries;
}

Result<std::vector<QueryCodes>> QueryBuilder::boxAsWhole() const {
    const auto boxes = regionAtOnce();
    if (!boxes)
        return boxes.error();
    std::vector<QueryCodes> queries;
    for (const WindowQuery& box : *boxes)
        queries.push_back(recipe_.encodeQuery(quantise(box.descriptors.front())));
    return queries;
}

Result<std::vector<WindowQuery>> QueryBuilder::regionAtOnce() const {
    const Rectangle box = places(request_).front();
    std::vector<WindowQuery> queries;
    for (const Orientation orientation : orientations()) {
        const auto maps = mapsIn(orientation);
        if (!maps)
            return maps.error();
        const Rectangle place = oriented(box, orientation);
        queries.push_back({{place}, {boxDescriptor(*maps, recipe_.pack(), place)}});
    }
    return queries;
}

Result<Descriptor> QueryBuilder::closeUp(const Rectangle& box, Orientation orientation) const {
    const auto photo = source_.open(request_.query, timing_);
    if (!photo)
        return photo.error();
    const Rectangle frame = widened(box);
    const auto maps = source_.run(oriented(cropped((*photo)->image, frame), orientation), timing_);
    if (!maps)
        return maps.error();
    return boxDescriptor(*maps, recipe_.pack(), oriented(within(frame, box), orientation));
}

Result<std::vector<WindowQuery>> QueryBuilder::region() const {
    auto queries = regionAtOnce();
    const Rectangle box = places(request_).front();
    if (!queries || box == wholePhoto)
        return queries;
    const std::vector<Orientation> ways = orientations();
    for (std::size_t i = 0; i < ways.size(); ++i) {
        auto large = closeUp(box, ways[i]);
        if (!large)
            return large.error();
        Descriptor& descriptor = (*queries)[i].descriptors.front();
        descriptor = meanOf({descriptor, *std::move(large)});
    }
    return queries;
}

Result<std::vector<WindowQuery>> QueryBuilder::parts() const {
    std::vector<WindowQuery> queries;
    for (const Orientation orientation : orientations()) {
        const auto maps = mapsIn(orientation);
        if (!maps)
            return maps.error();
        const PartPooling pooling(*maps, recipe_.pack());
        WindowQuery& query = queries.emplace_back();
        for (const Rectangle& box : places(request_)) {
            query.boxes.push_back(oriented(box, orientation));
            query.descriptors.push_back(pooling.pool(query.boxes.back()));
        }
    }
    return queries;
}

} // namespace likeness
