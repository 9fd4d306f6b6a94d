// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/codebook.h"
#include "core/hashing/recipe.h"
#include "models/training/descriptor_cache.h"

#include <string>
#include <vector>

namespace likeness::training {

/// The whole photos of one labelled set as a library keeps them, and as queries.
struct EncodedSet {
    std::string name;
    std::vector<std::string> labels;
    std::vector<PhotoCodes> photos;
    std::vector<QueryCodes> queries;

    std::size_t size() const { return labels.size(); }
};

/// Names of the sets whose photos have labels, in order of first appearance.
std::vector<std::string> labelledSets(const std::vector<Sample>& samples);

/// Encodes the set's whole photos.
EncodedSet encodeSet(const std::string& name, const std::vector<Sample>& samples, const Recipe& recipe);

} // namespace likeness::training
