// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluator.h"

#include "core/base/path_text.h"
#include "core/evaluation/calibration_error.h"
#include "core/evaluation/tie_ranker.h"
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
    Run(const Database& database, const Recipe& recipe, const EvaluationOptions& options, TieRanker ranker)
        : database_(database), recipe_(recipe), options_(options), ranker_(std::move(ranker)) {
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
        std::vector<PhotoId> photos;
        for (const std::size_t row : rows)
            if (options_.ranking == Ranking::Full)
                photos.push_back(ranker_.photo(row));
        const auto descriptors =
            DescriptorRepository(database_).descriptors(photos, recipe_.pack().descriptorSource());
        if (!descriptors)
            return descriptors.error();
        std::vector<QueryScore> scores(rows.size());
        forEachOnAllCores(rows.size(), [&](std::size_t i) {
            const QueryCodes query =
                descriptors->empty() ? QueryCodes{} : recipe_.encodeQuery((*descriptors)[i].second);
            scores[i] = score(rows[i], query);
        });
        for (const QueryScore& one : scores) {
            sums_.averagePrecision += one.averagePrecision;
            sums_.precisionAt1 += one.precisionAt1;
            sums_.ranking += one.ranking;
            sums_.calibration.add(one.calibration);
        }
        return {};
    }

    QueryScore score(std::size_t row, const QueryCodes& query) const {
        const auto start = std::chrono::steady_clock::now();
        const std::vector<TieGroup> ranking =
            options_.ranking == Ranking::Codes
                ? ranker_.byCodes(row)
                : ranker_.byRerankedCodes(row, query, shortListLength(options_.top));
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
    const Recipe& recipe_;
    const EvaluationOptions& options_;
    const TieRanker ranker_;
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

} // namespace

Result<Evaluation> evaluateLibrary(const Database& database, const Recipe& recipe, const GroundTruth& truth,
                                   const EvaluationOptions& options,
                                   const std::function<void(double)>& progress, const std::stop_token& stop) {
    const CodeRepository repository(database, recipe.fingerprint());
    auto labelled = options.encoding == Encoding::Anew
                        ? encodeLabelled(database, recipe, truth)
                        : loadLabelled(database, repository, truth, options.ranking);
    if (!labelled)
        return labelled.error();
    const Codebook& codebook = recipe.codebook();
    Run run(database, recipe, options, TieRanker(std::move(*labelled), {codebook.full, codebook.codes}));
    if (run.queries() == 0)
        return makeError(ErrorCode::NoLabels, {pathText(database.file())});
    return run.evaluate(progress, stop);
}

} // namespace likeness
