// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/near_duplicates.h"

#include "core/base/worker_pool.h"
#include "core/duplicates/copy_candidates.h"
#include "core/duplicates/look_reader.h"
#include "core/duplicates/shared_work.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <numeric>
#include <opencv2/core/utility.hpp>
#include <set>

namespace likeness {
namespace {

/// About 100 kB each.
constexpr std::size_t looksInMemory = 2'000;
constexpr std::size_t photosAtATime = 16;
constexpr std::size_t pairsAtATime = 32;
/// Rounds in which the centre of a group is compared with the rest of it.
constexpr int completions = 2;
/// In a larger heap of photos that are linked no centre is looked for.
constexpr std::size_t largestHeap = 500;

using RowPair = std::pair<std::uint32_t, std::uint32_t>;

/// OpenCV's own threads would get in the way of those that compare pairs.
class SingleThreadedOpenCv {
public:
    SingleThreadedOpenCv() { cv::setNumThreads(1); }
    ~SingleThreadedOpenCv() { cv::setNumThreads(former_); }
    SingleThreadedOpenCv(const SingleThreadedOpenCv&) = delete;
    SingleThreadedOpenCv& operator=(const SingleThreadedOpenCv&) = delete;
    SingleThreadedOpenCv(SingleThreadedOpenCv&&) = delete;
    SingleThreadedOpenCv& operator=(SingleThreadedOpenCv&&) = delete;

private:
    const int former_ = cv::getNumThreads();
};

class NearSearch {
public:
    NearSearch(const NearDuplicateSource& source, std::span<const Photo> photos, const DuplicateRun& run)
        : source_(source), photos_(photos), run_(run), cache_(looksInMemory), miniatures_(photos.size()) {}

    Result<NearDuplicates> search() {
        const SingleThreadedOpenCv quiet;
        readMiniatures();
        auto whole = wholeCandidates(miniatures_, *pool_, run_);
        const auto cuts = cutCandidates(photos_, source_.index, source_.codes, run_);
        if (!cuts)
            return cuts.error();
        compare(inReadingOrder(merged(std::move(whole), *cuts), photos_.size()));
        for (int round = 0; round < completions; ++round)
            compare(missingAroundCentres());
        if (run_.stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        return found();
    }

private:
    void readMiniatures() {
        shareWork(*pool_, photos_.size(), photosAtATime, DuplicateProgress::Phase::Reading, run_, [this] {
            return [this, reader = LookReader(source_.libraryFile, source_.limits)](std::size_t row) {
                if (const auto image = reader.read(photos_[row]))
                    miniatures_[row] = Miniature(*image);
                else
                    ++unreadable_;
            };
        });
    }

    void compare(const std::vector<CopyCandidate>& candidates) {
        std::vector<double> similarities(candidates.size());
        shareWork(*pool_, candidates.size(), pairsAtATime, DuplicateProgress::Phase::Comparing, run_, [&] {
            return [&, reader = LookReader(source_.libraryFile, source_.limits)](std::size_t i) {
                similarities[i] = similarity(candidates[i], reader);
            };
        });
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const RowPair pair(candidates[i].first, candidates[i].second);
            compared_.insert(pair);
            if (similarities[i] > 0)
                alike_.emplace(pair, similarities[i]);
        }
    }

    double similarity(const CopyCandidate& pair, const LookReader& reader) {
        const auto first = cache_.look(photos_[pair.first], reader);
        const auto second = cache_.look(photos_[pair.second], reader);
        if (!first || !second)
            return 0;
        double best = 0;
        for (std::size_t i = 0; i < allOrientations.size(); ++i)
            if (pair.orientations.test(i))
                if (const auto copy = wholeCopy(*first, *second, allOrientations[i]))
                    best = std::max(best, copy->similarity);
        if (best > 0 || !pair.toAlign)
            return best;
        const auto copy = alignedCopy(*first, *second);
        return copy ? copy->similarity : 0;
    }

    /// Photos that are linked by pairs, however far.
    std::vector<std::vector<std::uint32_t>> heaps() const {
        std::vector<std::uint32_t> parents(photos_.size());
        std::iota(parents.begin(), parents.end(), 0U);
        const auto rootOf = [&](std::uint32_t row) {
            while (parents[row] != row)
                row = parents[row] = parents[parents[row]];
            return row;
        };
        for (const auto& [pair, similarity] : alike_)
            parents[rootOf(pair.second)] = rootOf(pair.first);
        std::map<std::uint32_t, std::set<std::uint32_t>> members;
        for (const auto& [pair, similarity] : alike_)
            members[rootOf(pair.first)].insert({pair.first, pair.second});
        std::vector<std::vector<std::uint32_t>> all;
        for (const auto& [root, rows] : members)
            if (rows.size() > 2 && rows.size() <= largestHeap)
                all.emplace_back(rows.begin(), rows.end());
        return all;
    }

    std::vector<CopyCandidate> missingAroundCentres() const {
        std::map<std::uint32_t, std::size_t> partners;
        for (const auto& [pair, similarity] : alike_) {
            ++partners[pair.first];
            ++partners[pair.second];
        }
        std::vector<CopyCandidate> missing;
        for (const std::vector<std::uint32_t>& heap : heaps()) {
            const std::uint32_t centre =
                *std::ranges::max_element(heap, {}, [&](std::uint32_t row) { return partners[row]; });
            for (const std::uint32_t row : heap)
                if (row != centre && !compared_.contains(std::minmax(row, centre)))
                    missing.push_back(thorough(std::min(row, centre), std::max(row, centre)));
        }
        return missing;
    }

    /// To be compared in the orientation in which they look most alike, and by local features.
    CopyCandidate thorough(std::uint32_t first, std::uint32_t second) const {
        CopyCandidate pair;
        pair.first = first;
        pair.second = second;
        pair.toAlign = true;
        std::array<double, allOrientations.size()> correlations{};
        for (std::size_t i = 0; i < allOrientations.size(); ++i)
            correlations[i] = miniatures_[second].laid(allOrientations[i]).correlation(miniatures_[first]);
        pair.orientations.set(
            static_cast<std::size_t>(std::ranges::max_element(correlations) - correlations.begin()));
        return pair;
    }

    NearDuplicates found() const {
        NearDuplicates result;
        result.unreadable = unreadable_;
        result.compared = compared_.size();
        for (const auto& [pair, similarity] : alike_)
            result.pairs.push_back({photos_[pair.first].id, photos_[pair.second].id, similarity});
        return result;
    }

    const NearDuplicateSource& source_;
    std::span<const Photo> photos_;
    const DuplicateRun& run_;
    const std::shared_ptr<WorkerPool> pool_ = sharedWorkerPool();
    LookCache cache_;
    std::vector<Miniature> miniatures_; // by row
    std::atomic<std::size_t> unreadable_ = 0;
    std::set<RowPair> compared_;
    std::map<RowPair, double> alike_;
};

} // namespace

Result<NearDuplicates> findNearDuplicates(const NearDuplicateSource& source, std::span<const Photo> photos,
                                          const DuplicateRun& run) {
    if (photos.size() < 2)
        return NearDuplicates{};
    return NearSearch(source, photos, run).search();
}

} // namespace likeness
