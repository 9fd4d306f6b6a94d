// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_snapshot.h"
#include "ui/shared/photo_criteria.h"

#include "core/library/photo_filter.h"

#include <string>

namespace likeness::ui {

/// Which photos a search may find, as the user says it. Stays from query to query; what it says about the
/// query's own folder and burst follows the query.
struct Restriction {
    std::string folder{}; // absolute path, bytes; empty: all
    PhotoCriteria criteria{};
    bool notInItsFolder = false;
    bool notOfItsBurst = false;

    bool operator==(const Restriction&) const = default;
    /// How many of these are in force.
    int count() const;
};

/// With what the query says: `query` may be null, `library` is where it is from. A burst is what the same
/// camera took within ten seconds.
PhotoFilter filterOf(const Restriction& restriction, const PhotoRow* query, const LibrarySnapshot& library);

} // namespace likeness::ui
