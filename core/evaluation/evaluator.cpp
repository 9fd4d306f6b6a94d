// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluator.h"

#include "core/base/path_text.h"
#include "core/evaluation/calibration_error.h"
#include "core/evaluation/pack_ranker.h"
#include "core/library/code_repository.h"
#include "core/library/descriptor_repository.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace likeness {
namespace {

/// Queries whose descriptors are in memory at a time.
constexpr std::size_t batchSize = 256;

struct QueryScore {
    double averagePrecision = 0;
    double precisionAt1 = 0;
    Milliseconds ranking{0};
    CalibrationError calibration;
};

/// Calls task(0) to task(count - 1) on all cores.
void forEachOnAllCores(std::size_t count, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            task(i);
    };
    std::vector<std::jthread> helpers;
    for (unsigned core = 1; core < std::thread::hardware_concurrency(); ++core)
        helpers.emplace_back(work);
    work();
}

/// Puts the vectors in the order of the photos; a photo without one gets an empty vector, which scores 0.
std::vector<QuantisedDescriptor> inOrder(std::span<const PhotoId> photos,
                                         std::vector<std::pair<PhotoId, QuantisedDescriptor>> vectors) {
    std::unordered_map<PhotoId, std::size_t> rowOf;
    for (std::size_t row = 0; row < photos.size(); ++row)
        rowOf.emplace(photos[row], row);
    std::vector<QuantisedDescriptor> ordered(photos.size());
    for (auto& entry : vectors)
        ordered[rowOf.at(entry.first)] = std::move(entry.second);
    return ordered;
}

/// One evaluation: what it reads, how it ranks, what it has summed up so far.
class Run {
public:
    Run(const Database& database, const EvaluationOptions& options, PackRanker ranker)
        : database_(database), options_(options), ranker_(std::move(ranker)) {
        for (std::size_t row = 0; row < ranker_.size(); ++row)
            if (ranker_.matches(row) > 0)
                queryRows_.push_back(row);
    }

    std::size_t queries() const { return queryRows_.size(); }

    Result<Evaluation> evaluate(const std::function<void(double)>& progress, const std::stop_token& stop) {
        for (std::size_t first = 0; first < queries(); first += batchSize) {
            if (stop.stop_requested())
                return makeError(ErrorCode::Cancelled);
            const std::size_t count = std::min(batchSize, queries() - first);
            if (auto added = addBatch(std::span(queryRows_).subspan(first, count)); !added)
                return added.error();
            if (progress)
                progress(static_cast<double>(first + count) / static_cast<double>(queries()));
        }
        return means();
    }

private:
    Result<void> addBatch(std::span<const std::size_t> rows) {
        const auto descriptors = descriptorsOf(rows);
        if (!descriptors)
            return descriptors.error();
        std::vector<QueryScore> scores(rows.size());
        forEachOnAllCores(rows.size(), [&](std::size_t i) {
            std::vector<QueryCodes> queries;
            for (std::size_t pack = 0; pack < descriptors->size(); ++pack)
                queries.push_back(ranker_.recipe(pack).encodeQuery((*descriptors)[pack][i].second));
            scores[i] = score(rows[i], queries);
        });
        for (const QueryScore& one : scores) {
            sums_.averagePrecision += one.averagePrecision;
            sums_.precisionAt1 += one.precisionAt1;
            sums_.ranking += one.ranking;
            sums_.calibration.add(one.calibration);
        }
        return {};
    }

    using Descriptors = std::vector<std::pair<PhotoId, QuantisedDescriptor>>;

    /// Of each pack; none where only codes are ranked.
    Result<std::vector<Descriptors>> descriptorsOf(std::span<const std::size_t> rows) const {
        std::vector<Descriptors> all;
        if (options_.ranking == Ranking::Codes)
            return all;
        std::vector<PhotoId> photos;
        for (const std::size_t row : rows)
            photos.push_back(ranker_.photo(row));
        for (std::size_t pack = 0; pack < ranker_.packs(); ++pack) {
            auto descriptors = DescriptorRepository(database_).descriptors(
                photos, ranker_.recipe(pack).pack().descriptorSource());
            if (!descriptors)
                return descriptors.error();
            all.push_back(*std::move(descriptors));
        }
        return all;
    }

    QueryScore score(std::size_t row, std::span<const QueryCodes> queries) const {
        const auto start = std::chrono::steady_clock::now();
        const std::vector<TieGroup> ranking =
            options_.ranking == Ranking::Codes
                ? ranker_.byCodes(row)
                : ranker_.byRerankedCodes(row, queries, shortListLength(options_.top));
        const Milliseconds spent = std::chrono::steady_clock::now() - start;
        QueryScore score{averagePrecision(ranking), precisionAt(ranking, 1), spent, {}};
        for (const TieGroup& tie : ranking)
            score.calibration.add(tie.similarity, tie.relevant, tie.photos);
        return score;
    }

    Evaluation means() const {
        const auto count = static_cast<double>(queries());
        Evaluation evaluation;
        evaluation.map = sums_.averagePrecision / count;
        evaluation.precisionAt1 = sums_.precisionAt1 / count;
        evaluation.queries = static_cast<std::int64_t>(queries());
        evaluation.withoutMatch = static_cast<std::int64_t>(ranker_.size() - queries());
        evaluation.photos = static_cast<std::int64_t>(ranker_.size());
        evaluation.msPerQuery = sums_.ranking.count() / count;
        evaluation.calibrationError = sums_.calibration.value();
        return evaluation;
    }

    const Database& database_;
    const EvaluationOptions& options_;
    const PackRanker ranker_;
    std::vector<std::size_t> queryRows_;
    QueryScore sums_;
};

/// The labelled photos with codes made from their descriptors. LibraryEmpty where there are none.
Result<LabelledPhotos> encodeLabelled(const Database& database, const Recipe& recipe,
                                      const GroundTruth& truth) {
    std::vector<PhotoId> photos;
    for (const auto& [photo, label] : truth.labelsOfPhoto)
        photos.push_back(photo);
    std::ranges::sort(photos);
    const auto stored = DescriptorRepository(database).descriptors(photos, recipe.pack().descriptorSource());
    if (!stored)
        return stored.error();
    if (stored->empty())
        return makeError(ErrorCode::LibraryEmpty, {pathText(database.file())});
    LabelledPhotos labelled;
    for (const auto& [photo, descriptor] : *stored) {
        PhotoCodes codes = recipe.encodePhoto(descriptor);
        labelled.labels.push_back(truth.labelsOfPhoto.at(photo));
        labelled.codes.push_back({photo, std::move(codes.global)});
        labelled.rerank.push_back(std::move(codes.rerank));
    }
    return labelled;
}

/// The indexed photos that have a label. LibraryEmpty where nothing is indexed.
Result<LabelledPhotos> loadLabelled(const Database& database, const CodeRepository& repository,
                                    const GroundTruth& truth, Ranking ranking) {
    auto codes = repository.globalCodes();
    if (!codes)
        return codes.error();
    if (codes->empty())
        return makeError(ErrorCode::LibraryEmpty, {pathText(database.file())});

    LabelledPhotos labelled;
    std::vector<PhotoId> photos;
    for (IndexedCode& entry : *codes) {
        const auto label = truth.labelsOfPhoto.find(entry.photo);
        if (label == truth.labelsOfPhoto.end())
            continue;
        photos.push_back(entry.photo);
        labelled.labels.push_back(label->second);
        labelled.codes.push_back(std::move(entry));
    }
    if (ranking == Ranking::Codes)
        return labelled;
    auto vectors = repository.rerankVectors(photos);
    if (!vectors)
        return vectors.error();
    labelled.rerank = inOrder(photos, std::move(*vectors));
    return labelled;
}

Result<LabelledPhotos> labelledPhotos(const Database& database, const Recipe& recipe,
                                      const GroundTruth& truth, const EvaluationOptions& options) {
    return options.encoding == Encoding::Anew
               ? encodeLabelled(database, recipe, truth)
               : loadLabelled(database, CodeRepository(database, recipe.fingerprint()), truth,
                              options.ranking);
}

/// Keeps the photos that stand in `kept`, ascending.
void keepOnly(std::span<const PhotoId> kept, LabelledPhotos& photos) {
    LabelledPhotos rest;
    for (std::size_t row = 0; row < photos.codes.size(); ++row) {
        if (!std::ranges::binary_search(kept, photos.codes[row].photo))
            continue;
        rest.codes.push_back(std::move(photos.codes[row]));
        rest.labels.push_back(photos.labels[row]);
        if (!photos.rerank.empty())
            rest.rerank.push_back(std::move(photos.rerank[row]));
    }
    photos = std::move(rest);
}

/// Leaves each pack the photos that all of them have.
void keepCommon(std::vector<PackPhotos>& packs) {
    std::vector<PhotoId> common;
    for (const IndexedCode& entry : packs.front().photos.codes)
        common.push_back(entry.photo);
    for (const PackPhotos& pack : packs) {
        std::vector<PhotoId> own;
        for (const IndexedCode& entry : pack.photos.codes)
            own.push_back(entry.photo);
        std::erase_if(common, [&own](PhotoId photo) { return !std::ranges::binary_search(own, photo); });
    }
    for (PackPhotos& pack : packs)
        keepOnly(common, pack.photos);
}

} // namespace

Result<Evaluation> evaluateLibrary(const Database& database, const Recipe& recipe, const GroundTruth& truth,
                                   const EvaluationOptions& options,
                                   const std::function<void(double)>& progress, const std::stop_token& stop) {
    const Recipe* const one = &recipe;
    return evaluateLibrary(database, std::span(&one, 1), truth, options, progress, stop);
}

Result<Evaluation> evaluateLibrary(const Database& database, std::span<const Recipe* const> packs,
                                   const GroundTruth& truth, const EvaluationOptions& options,
                                   const std::function<void(double)>& progress, const std::stop_token& stop) {
    std::vector<PackPhotos> labelled;
    for (const Recipe* recipe : packs) {
        auto photos = labelledPhotos(database, *recipe, truth, options);
        if (!photos && photos.error().code == ErrorCode::LibraryEmpty && packs.size() > 1)
            return makeError(ErrorCode::PackNotIndexed, {recipe->pack().name, pathText(database.file())});
        if (!photos)
            return photos.error();
        labelled.push_back({recipe, *std::move(photos)});
    }
    if (labelled.size() > 1)
        keepCommon(labelled);
    Run run(database, options, PackRanker(std::move(labelled), options.rerank));
    if (run.queries() == 0)
        return makeError(ErrorCode::NoLabels, {pathText(database.file())});
    return run.evaluate(progress, stop);
}

} // namespace likeness
