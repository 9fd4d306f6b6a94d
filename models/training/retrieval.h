// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// How alike a query and a photo are; larger is more alike.
using Score = std::function<double(const QueryCodes&, const PhotoCodes&)>;

/// The photos other than the query, nearest first by Hamming distance, ties by number.
std::vector<std::size_t> hammingOrder(const EncodedSet& set, std::size_t query);

/// Expected calibration error over all pairs of photos of the set.
double calibrationErrorOf(const EncodedSet& set, const Score& score, const Calibration& calibration);

/// Hamming order alone.
RetrievalFigures rankByCodes(const EncodedSet& set);

/// The first 500 by Hamming distance (the short list of a top 100) in the order of the score, the rest in
/// Hamming order.
RetrievalFigures rankInFull(const EncodedSet& set, const Score& score);

} // namespace likeness::training
