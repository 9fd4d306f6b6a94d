// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/photo_marks.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace likeness {

/// Which photos of a library are looked at; one that says nothing lets all pass.
struct PhotoFilter {
    std::filesystem::path folder{};  // absolute: photos in it and below
    std::vector<std::string> tags{}; // photos that have all of them; "Places" stands for "Places/Paris", too
    std::optional<std::int64_t> takenFrom{}; // as PhotoMetadata::takenAt; photos without a date don't pass
    std::optional<std::int64_t> takenBefore{};
    std::filesystem::path notInFolder{}; // absolute: photos in it and below don't pass
    /// Photos of a camera that were taken in that time don't pass: the others of a burst.
    struct Burst {
        std::string camera;
        std::int64_t from = 0;
        std::int64_t before = 0;
        bool operator==(const Burst&) const = default;
    };
    std::optional<Burst> notOfBurst{};
    /// Terms parted by white space that all stand in the path (from the name of the added folder on), the
    /// camera, the place or a tag. Capitals don't matter; in terms of one or two characters, those of ASCII.
    std::string text{};
    int ratingAtLeast = 0; // stars
    std::optional<ColourLabel> label{};

    bool letsAllPass() const { return *this == PhotoFilter(); }
    bool operator==(const PhotoFilter&) const = default;
};

/// The photos that pass the filter, by id: also those that are missing or still to be indexed. LibraryFailed.
Result<std::vector<PhotoId>> photosMeant(const Database& database, const PhotoFilter& filter);

/// Those of them that can be searched.
Result<std::vector<PhotoId>> photosPassing(const Database& database, const PhotoFilter& filter);

} // namespace likeness
