// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/features/quantised_descriptor.h"
#include "core/library/database.h"

#include <string>
#include <utility>
#include <vector>

namespace likeness {

/// The pooled descriptors that indexing kept, for training codebooks without decoding again. Used on the
/// thread of its Database, which outlives it.
class DescriptorRepository {
public:
    explicit DescriptorRepository(const Database& database) : database_(database) {}

    /// The photos that are searchable and have a descriptor by that network, by id.
    Result<std::vector<PhotoId>> photos(const std::string& descriptorSource) const;

    /// The descriptor of each of these photos, in that order; those without one are left out.
    Result<std::vector<std::pair<PhotoId, QuantisedDescriptor>>>
    descriptors(const std::vector<PhotoId>& photos, const std::string& descriptorSource) const;

private:
    const Database& database_;
};

} // namespace likeness
