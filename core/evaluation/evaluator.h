// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluation/ground_truth.h"
#include "core/hashing/recipe.h"
#include "core/index/live_index.h"
#include "core/library/database.h"
#include "core/search/search_engine.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>

namespace likeness {

/// Which codes are compared.
enum class Encoding {
    Stored, // those that the library holds
    Anew,   // made from the stored descriptors: of a codebook that the library is not searched with
};

struct EvaluationOptions {
    Ranking ranking = Ranking::Full;
    Rerank rerank = Rerank::Expansion;
    std::size_t top = 100; // sets the length of the short list
    Encoding encoding = Encoding::Stored;
};

struct Evaluation {
    double map = 0; // mean tie-aware average precision over all queries
    double precisionAt1 = 0;
    std::int64_t queries = 0;      // labelled photos with another that shares a label
    std::int64_t withoutMatch = 0; // labelled photos left out because no other shares a label
    std::int64_t photos = 0;       // labelled photos, each ranked for every query
    double msPerQuery = 0;         // ranking alone: scan and re-ranking
    double calibrationError = 0;   // expected calibration error over all pairs of query and photo
};

/// Queries each labelled photo against all other labelled ones, from stored codes and descriptors.
/// `progress` hears the share done, 0 to 1. NoLabels, LibraryEmpty, Cancelled, LibraryFailed.
Result<Evaluation> evaluateLibrary(const Database& database, const Recipe& recipe, const GroundTruth& truth,
                                   const EvaluationOptions& options,
                                   const std::function<void(double)>& progress,
                                   const std::stop_token& stop = {});

/// The same by several packs together: see PackFusion. Of the labelled photos that all packs have codes of.
/// PackNotIndexed where the library has no codes of one of them.
Result<Evaluation> evaluateLibrary(const Database& database, std::span<const Recipe* const> packs,
                                   const GroundTruth& truth, const EvaluationOptions& options,
                                   const std::function<void(double)>& progress,
                                   const std::stop_token& stop = {});

} // namespace likeness
