// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/rerank_score.h"
#include "models/training/encoded_set.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace likeness::training {

/// How well every photo of a set finds the others of its label among all others of the set.
struct RetrievalFigures {
    double map = 0.0; // mean tie-aware average precision
    double precisionAt1 = 0.0;
};

/// How alike a query and each of the photos are; larger is more alike.
using Scores = std::function<std::vector<double>(const QueryCodes&, std::span<const ShortListed>)>;

/// By re-ranking; the calibrations outlive it.
Scores rerankedBy(Rerank by, const Calibrations& calibrations);
/// 1 - 2 * Hamming distance / bits.
std::vector<double> codesScores(const QueryCodes& query, std::span<const ShortListed> photos);

/// The set's photos of those numbers.
std::vector<ShortListed> photosOf(const EncodedSet& set, std::span<const std::size_t> numbers);

/// The photos other than the query, nearest first by Hamming distance, ties by number.
std::vector<std::size_t> hammingOrder(const EncodedSet& set, std::size_t query);

/// Expected calibration error over all pairs of photos of the set.
double calibrationErrorOf(const EncodedSet& set, const Scores& scores, const Calibration& calibration);

/// Hamming order alone.
RetrievalFigures rankByCodes(const EncodedSet& set);

/// The first 500 by Hamming distance (the short list of a top 100) in the order of their scores, the rest in
/// Hamming order.
RetrievalFigures rankInFull(const EncodedSet& set, const Scores& scores);

} // namespace likeness::training
