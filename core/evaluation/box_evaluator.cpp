// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/box_evaluator.h"

#include "core/evaluation/calibration_error.h"
#include "core/evaluation/metrics.h"

#include <algorithm>
#include <unordered_set>

namespace likeness {
namespace {

constexpr std::size_t locatedResults = 5;

struct BoxQuery {
    PhotoId photo;
    LabelledBox box;
};

/// Which photos have boxes of a class.
using PhotosOfLabel = std::vector<std::unordered_set<PhotoId>>;

PhotosOfLabel photosOfLabels(const BoxTruth& truth) {
    PhotosOfLabel photos(truth.labels.size());
    for (const auto& [photo, boxes] : truth.boxesOfPhoto)
        for (const LabelledBox& box : boxes)
            photos[static_cast<std::size_t>(box.label)].insert(photo);
    return photos;
}

/// In the order of the photos, so that a photo's boxes find it still open.
std::vector<BoxQuery> queriesOf(std::span<const Photo> photos, const BoxTruth& truth,
                                const PhotosOfLabel& byLabel, const BoxEvaluationOptions& options) {
    std::vector<BoxQuery> queries;
    for (const Photo& photo : photos) {
        const auto boxes = truth.boxesOfPhoto.find(photo.id);
        if (boxes == truth.boxesOfPhoto.end())
            continue;
        for (const LabelledBox& box : boxes->second) {
            const auto label = static_cast<std::size_t>(box.label);
            const bool fits = box.place.area() >= options.minArea && box.place.area() < options.maxArea;
            const auto enough = static_cast<std::size_t>(std::max(2, options.minPhotosOfClass));
            if (fits && byLabel[label].size() >= enough && !options.excluded.contains(truth.labels[label]))
                queries.push_back({photo.id, box});
        }
    }
    return queries;
}

class Tally {
public:
    Tally(const BoxTruth& truth, const PhotosOfLabel& byLabel, std::size_t photos)
        : truth_(truth), byLabel_(byLabel), photos_(photos) {}

    void add(const BoxQuery& query, const SearchResult& result, std::vector<JudgedPair>* pairs) {
        const auto& right = byLabel_[static_cast<std::size_t>(query.box.label)];
        std::vector<TieGroup> groups;
        double last = 0;
        for (const RankedPhoto& photo : result.photos) {
            const bool isRight = right.contains(photo.photo);
            if (groups.empty() || photo.score != last)
                groups.emplace_back();
            last = photo.score;
            groups.back().photos += 1;
            groups.back().relevant += isRight ? 1 : 0;
            error_.add(photo.similarity, isRight ? 1 : 0);
            if (pairs != nullptr)
                pairs->push_back({photo.score, isRight});
        }
        addUnranked(right.size() - 1, groups);
        sums_.map += averagePrecision(groups);
        sums_.precisionAt1 += precisionAt(groups, 1);
        const SearchTiming& timing = result.timing;
        sums_.msPerQuery += (timing.total() - timing.decode).count();
        ++sums_.queries;
        locate(query, result);
    }

    BoxEvaluation means() const {
        BoxEvaluation means = sums_;
        const auto count = static_cast<double>(sums_.queries);
        means.map /= count;
        means.precisionAt1 /= count;
        means.msPerQuery /= count;
        means.localisation = right_ > 0 ? static_cast<double>(located_) / static_cast<double>(right_) : 0;
        means.calibrationError = error_.value();
        means.photos = static_cast<std::int64_t>(photos_);
        return means;
    }

private:
    /// Photos that the search can't rank come last, as one tie.
    void addUnranked(std::size_t allRight, std::vector<TieGroup>& groups) const {
        TieGroup rest;
        rest.photos = static_cast<std::int64_t>(photos_) - 1;
        rest.relevant = static_cast<std::int64_t>(allRight);
        for (const TieGroup& group : groups) {
            rest.photos -= group.photos;
            rest.relevant -= group.relevant;
        }
        if (rest.photos > 0)
            groups.push_back(rest);
    }

    void locate(const BoxQuery& query, const SearchResult& result) {
        const std::size_t count = std::min(locatedResults, result.photos.size());
        for (const RankedPhoto& photo : std::span(result.photos).first(count)) {
            if (!byLabel_[static_cast<std::size_t>(query.box.label)].contains(photo.photo))
                continue;
            const auto& boxes = truth_.boxesOfPhoto.at(photo.photo);
            const bool hit = std::ranges::any_of(photo.matches, [&](const MatchedPlace& match) {
                return std::ranges::any_of(boxes, [&](const LabelledBox& box) {
                    return box.label == query.box.label && box.place.contains(match.place.centre());
                });
            });
            ++right_;
            located_ += hit ? 1 : 0;
        }
    }

    const BoxTruth& truth_;
    const PhotosOfLabel& byLabel_;
    const std::size_t photos_;
    BoxEvaluation sums_;
    CalibrationError error_;
    std::int64_t right_ = 0;
    std::int64_t located_ = 0;
};

} // namespace

Result<BoxEvaluation> evaluateBoxes(SearchEngine& engine, std::span<const Photo> photos,
                                    const BoxTruth& truth, const BoxEvaluationOptions& options,
                                    const std::function<void(double)>& progress, const std::stop_token& stop,
                                    std::vector<JudgedPair>* pairs) {
    const PhotosOfLabel byLabel = photosOfLabels(truth);
    const std::vector<BoxQuery> queries = queriesOf(photos, truth, byLabel, options);
    if (queries.empty())
        return makeError(ErrorCode::NoBoxes, {"none of the boxes is within the limits asked for"});
    Tally tally(truth, byLabel, photos.size());
    SearchRequest request = options.request;
    request.top = photos.size();
    for (std::size_t i = 0; i < queries.size(); ++i) {
        if (stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        request.query = queries[i].photo;
        request.boxes = {queries[i].box.place};
        const auto result = engine.search(request);
        if (!result)
            return result.error();
        tally.add(queries[i], *result, pairs);
        if (progress)
            progress(static_cast<double>(i + 1) / static_cast<double>(queries.size()));
    }
    return tally.means();
}

} // namespace likeness
