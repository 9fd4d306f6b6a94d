// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/duplicates/duplicate_finder.h"
#include "core/duplicates/photo_edit.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <span>

namespace likeness {

/// Writes a collection to measure near-duplicates on into a folder: each photo as it is, under its number,
/// and of `edited` photos, spread evenly, a copy by each edit beside them ("17-crop80.jpg"). Files that can't
/// be decoded are left out; returns how many originals were written. Errors of writeFileAtomically and
/// FileNotReadable.
Result<std::size_t> writeCopyCollection(std::span<const std::filesystem::path> photos, std::size_t edited,
                                        const std::filesystem::path& folder);

/// How well the near-duplicates of such a collection were found. A copy is found where it stands in one group
/// with its original; a member of a group is right where it comes from the same photo as the reference.
struct CopyRecall {
    std::array<std::size_t, allPhotoEdits.size()> found{}; // by edit
    std::size_t edited = 0;                                // copies of each edit
    std::size_t members = 0;                               // of all groups
    std::size_t right = 0;                                 // of these

    double recall(PhotoEdit edit) const;
    double meanRecall() const;
    double precision() const; // 1 where nothing was found
};

CopyRecall measureCopies(const DuplicateReport& report, const std::filesystem::path& folder);

} // namespace likeness
