// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/contender.h"

#include "core/hashing/rerank_score.h"
#include "core/index/hamming_scan.h"
#include "core/index/top_k.h"
#include "core/search/timed.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace likeness {
namespace {

/// Codes of all rows, one after the other.
class CodeRows {
public:
    void add(const HashCode& code) {
        bits_ = code.bits();
        words_.insert(words_.end(), code.words().begin(), code.words().end());
        ++rows_;
    }
    int bits() const { return bits_; }
    std::size_t rows() const { return rows_; }
    HashCode code(std::size_t row) const {
        const std::size_t length = wordsForBits(bits_);
        return HashCode::fromWords(std::span(words_).subspan(row * length, length), bits_);
    }
    std::vector<std::uint16_t> distancesTo(const HashCode& code) const {
        std::vector<std::uint16_t> distances(rows_);
        scanHamming(words_, code.words(), distances);
        return distances;
    }

private:
    std::vector<std::uint64_t> words_;
    std::size_t rows_ = 0;
    int bits_ = 0;
};

double scoreOfDistance(int distance, int bits) {
    return 1.0 - 2.0 * distance / bits;
}

/// Puts re-ranked photos before all others: scores of codes are 1 at most, those of re-ranking -1.25 at
/// least.
constexpr double rerankedBefore = 10;

class CodesContender final : public Contender {
public:
    CodesContender(std::shared_ptr<const Recipe> recipe, Ranking ranking,
                   const std::vector<QuantisedDescriptor>& features)
        : recipe_(std::move(recipe)), ranking_(ranking) {
        for (const QuantisedDescriptor& feature : features) {
            PhotoCodes codes = recipe_->encodePhoto(feature);
            codes_.add(codes.global);
            if (ranking == Ranking::Full)
                rerank_.push_back(std::move(codes.rerank));
        }
    }

    Result<ContenderScores> score(const ContenderQuery& query) override {
        ContenderScores outcome;
        const QueryCodes codes =
            timed(outcome.timing.encode, [&] { return recipe_->encodeQuery(query.feature); });
        std::vector<std::uint16_t> distances =
            timed(outcome.timing.scan, [&] { return codes_.distancesTo(codes.global); });
        std::vector<Neighbour> shortList;
        if (ranking_ == Ranking::Full)
            shortList = timed(outcome.timing.scan, [&] { return shortListOf(distances, query.query.row); });
        const Codebook& codebook = recipe_->codebook();
        for (const std::uint16_t distance : distances) {
            outcome.scores.push_back(scoreOfDistance(distance, codes_.bits()));
            outcome.similarities.push_back(codebook.calibrations.codes.similarity(outcome.scores.back()));
        }
        const std::vector<double> reranked =
            timed(outcome.timing.rerank, [&] { return rerank(codes, shortList); });
        for (std::size_t i = 0; i < shortList.size(); ++i) {
            outcome.scores[shortList[i].row] = rerankedBefore + reranked[i];
            outcome.similarities[shortList[i].row] = codebook.calibrations.expansion.similarity(reranked[i]);
        }
        if (ranking_ == Ranking::Codes)
            outcome.distances = std::move(distances);
        return outcome;
    }

    double bytesPerPhoto() const override {
        const double vector = rerank_.empty() ? 0 : static_cast<double>(rerank_.front().levels.size()) + 4;
        return codes_.bits() / 8.0 + vector;
    }
    int radiusBits() const override { return ranking_ == Ranking::Codes ? codes_.bits() : 0; }
    Calibrated calibrated() const override { return Calibrated::Yes; }

private:
    std::vector<Neighbour> shortListOf(std::span<const std::uint16_t> distances, std::size_t own) const {
        std::vector<Neighbour> nearest =
            nearestByCounting(distances, codes_.bits(), shortListLength(100) + 1);
        std::erase_if(nearest, [own](const Neighbour& neighbour) { return neighbour.row == own; });
        return nearest;
    }

    std::vector<double> rerank(const QueryCodes& query, std::span<const Neighbour> shortList) const {
        std::vector<HashCode> codes;
        for (const Neighbour& neighbour : shortList)
            codes.push_back(codes_.code(neighbour.row));
        std::vector<ShortListed> photos;
        for (std::size_t i = 0; i < codes.size(); ++i)
            photos.push_back({&codes[i], &rerank_[shortList[i].row]});
        return rerankScores(query, photos, Rerank::Expansion, recipe_->codebook().calibrations);
    }

    std::shared_ptr<const Recipe> recipe_;
    Ranking ranking_;
    CodeRows codes_;
    std::vector<QuantisedDescriptor> rerank_;
};

class CosineContender final : public Contender {
public:
    explicit CosineContender(std::vector<QuantisedDescriptor> features) : features_(std::move(features)) {}

    Result<ContenderScores> score(const ContenderQuery& query) override {
        ContenderScores outcome;
        outcome.scores = timed(outcome.timing.scan, [&] {
            const Descriptor asked = dequantise(query.feature);
            std::vector<double> scores;
            scores.reserve(features_.size());
            for (const QuantisedDescriptor& feature : features_)
                scores.push_back(dot(asked, feature));
            return scores;
        });
        for (const double score : outcome.scores)
            outcome.similarities.push_back(std::clamp(score, 0.0, 1.0));
        return outcome;
    }
    double bytesPerPhoto() const override {
        return features_.empty() ? 0 : static_cast<double>(features_.front().levels.size()) + 4;
    }

private:
    std::vector<QuantisedDescriptor> features_;
};

class SignContender final : public Contender {
public:
    explicit SignContender(const std::vector<QuantisedDescriptor>& features) {
        for (const QuantisedDescriptor& feature : features)
            codes_.add(HashCode::fromSigns(dequantise(feature)));
    }

    Result<ContenderScores> score(const ContenderQuery& query) override {
        ContenderScores outcome;
        const HashCode code = HashCode::fromSigns(dequantise(query.feature));
        outcome.distances = timed(outcome.timing.scan, [&] { return codes_.distancesTo(code); });
        for (const std::uint16_t distance : outcome.distances) {
            outcome.scores.push_back(scoreOfDistance(distance, codes_.bits()));
            outcome.similarities.push_back((outcome.scores.back() + 1) / 2);
        }
        return outcome;
    }
    double bytesPerPhoto() const override { return codes_.bits() / 8.0; }
    int radiusBits() const override { return codes_.bits(); }

private:
    CodeRows codes_;
};

class EngineContender final : public Contender {
public:
    EngineContender(SearchEngine& engine, SearchMode mode, Ranking ranking, const std::vector<Photo>& photos,
                    std::size_t libraryPhotos, double bytesPerPhoto)
        : engine_(engine),
          mode_(mode),
          ranking_(ranking),
          libraryPhotos_(libraryPhotos),
          bytesPerPhoto_(bytesPerPhoto) {
        for (std::size_t row = 0; row < photos.size(); ++row)
            rowOf_.emplace(photos[row].id, row);
    }

    Result<ContenderScores> score(const ContenderQuery& query) override {
        SearchRequest request;
        if (query.pixels != nullptr)
            request.query = *query.pixels;
        else
            request.query = query.photo;
        request.top = libraryPhotos_;
        request.ranking = ranking_;
        request.mode = mode_;
        request.boxes = {query.query.box};
        const auto found = engine_.search(request);
        if (!found)
            return found.error();
        ContenderScores outcome;
        outcome.scores.assign(rowOf_.size(), std::numeric_limits<double>::lowest());
        outcome.similarities.assign(rowOf_.size(), 0);
        outcome.places.resize(rowOf_.size());
        outcome.timing = found->timing;
        for (const RankedPhoto& photo : found->photos) {
            const auto row = rowOf_.find(photo.photo);
            if (row == rowOf_.end())
                continue;
            outcome.scores[row->second] = photo.score;
            outcome.similarities[row->second] = photo.similarity;
            for (const MatchedPlace& match : photo.matches)
                outcome.places[row->second].push_back(match.place);
        }
        return outcome;
    }
    double bytesPerPhoto() const override { return bytesPerPhoto_; }
    Calibrated calibrated() const override { return Calibrated::Yes; }

private:
    SearchEngine& engine_;
    SearchMode mode_;
    Ranking ranking_;
    std::size_t libraryPhotos_;
    double bytesPerPhoto_;
    std::unordered_map<PhotoId, std::size_t> rowOf_;
};

} // namespace

std::unique_ptr<Contender> codesContender(std::shared_ptr<const Recipe> recipe, Ranking ranking,
                                          const std::vector<QuantisedDescriptor>& features) {
    return std::make_unique<CodesContender>(std::move(recipe), ranking, features);
}

std::unique_ptr<Contender> cosineContender(std::vector<QuantisedDescriptor> features) {
    return std::make_unique<CosineContender>(std::move(features));
}

std::unique_ptr<Contender> signContender(const std::vector<QuantisedDescriptor>& features) {
    return std::make_unique<SignContender>(features);
}

std::unique_ptr<Contender> engineContender(SearchEngine& engine, SearchMode mode, Ranking ranking,
                                           const std::vector<Photo>& photos, std::size_t libraryPhotos,
                                           double bytesPerPhoto) {
    return std::make_unique<EngineContender>(engine, mode, ranking, photos, libraryPhotos, bytesPerPhoto);
}

} // namespace likeness
