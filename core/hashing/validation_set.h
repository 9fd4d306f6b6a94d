// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/descriptor_matrix.h"
#include "core/hashing/encoder.h"
#include "core/hashing/validation.h"

#include <cstdint>
#include <span>
#include <stop_token>

namespace likeness {

/// Samples that are held out, those that they search, and what each of them should find.
struct ValidationSet {
    Split split;
    RelevantPlaces relevant;
};

struct ValidationOptions {
    double share = .2; // held out
    std::uint64_t seed = 1;
};

/// By labels where there are any, held out as deep hashing holds them out (splitByLabel). Without, about
/// `share` of at most 2,000 random samples, which should find the neighbours of their neighbours
/// (relevantByNeighbours). Cancelled.
Result<ValidationSet> makeValidationSet(const DescriptorMatrix& samples, std::span<const LabelSet> labels,
                                        const ValidationOptions& options, const std::stop_token& stop = {});

/// Mean average precision of the held-out samples by that encoder's codes; 0 where nothing is relevant.
double validate(const Encoder& encoder, const DescriptorMatrix& samples, const ValidationSet& set);

} // namespace likeness
