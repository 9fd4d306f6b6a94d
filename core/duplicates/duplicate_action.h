// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/duplicates/duplicate_group.h"
#include "core/library/database.h"
#include "core/library/duplicate_repository.h"
#include "core/library/photo.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace likeness {

/// What is to be done with chosen photos of groups. None of it deletes a photo, or writes to one.
struct DuplicateAction {
    enum class Kind { Trash, MoveToFolder, Tag, NotDuplicates } kind = Kind::Trash;
    std::filesystem::path folder; // MoveToFolder: absolute; made where it is not there
    std::string tag;              // Tag
};

/// Why a photo is left as it is.
enum class Refusal {
    Protected, // lies in a protected folder
    Changed,   // its file is not the one that was compared
    Gone,      // its file is not there
    LastOne,   // nothing of its group would be left
};

struct RefusedPhoto {
    std::filesystem::path file;
    Refusal reason = Refusal::Gone;
    bool operator==(const RefusedPhoto&) const = default;
};

/// What would happen, told before anything happens.
struct DuplicatePlan {
    DuplicateAction action;
    std::vector<Photo> photos;      // that something happens to
    std::int64_t bytes = 0;         // of them
    std::vector<ContentPair> apart; // NotDuplicates
    std::vector<RefusedPhoto> refused;
};

/// Looks at the chosen photos as they are now. Of each group at least one photo stays whose file is there:
/// where all were chosen, the suggested keeper is refused. LibraryFailed, LibraryDamaged.
Result<DuplicatePlan> planAction(const Database& database, std::span<const DuplicateGroup> groups,
                                 std::span<const PhotoId> chosen, const DuplicateAction& action);

/// A file that lies elsewhere now.
struct MovedPhoto {
    Photo photo; // as it was
    std::filesystem::path now;
};

/// What was done, which is what undoing needs.
struct DuplicateOutcome {
    DuplicateAction action;
    std::vector<MovedPhoto> moved;
    std::vector<PhotoId> tagged; // that didn't have the tag before
    std::vector<ContentPair> apart;
    std::vector<RefusedPhoto> refused;
    std::vector<Error> failures; // each names a file; the others were done all the same
    std::int64_t bytes = 0;      // of the photos that were moved
};

/// Shows how many of how many photos are done; may be empty.
using ActionProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Does what was planned, one photo after the other, and tells the library. A photo that fails, or changed
/// since the plan was made, is left as it is and listed. Stops between two photos. The database is open for
/// writing. Fails as a whole where the library can't be written: before any file is touched, as far as that
/// can be known.
Result<DuplicateOutcome> carryOut(const Database& database, const DuplicatePlan& plan,
                                  const ActionProgress& progress = {}, const std::stop_token& stop = {});

/// Takes back what was done; what can't be is listed as failures of the outcome that it returns, whose
/// `moved` are the photos that are back.
Result<DuplicateOutcome> undo(const Database& database, const DuplicateOutcome& outcome);

} // namespace likeness
