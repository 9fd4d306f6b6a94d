// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/duplicate_action.h"

#include "core/base/path_text.h"
#include "core/duplicates/keeper_rules.h"
#include "core/library/case_repository.h"
#include "core/library/content_hash.h"
#include "core/library/file_mover.h"
#include "core/library/photo_repository.h"
#include "core/library/scan_writer.h"
#include "core/library/tag_repository.h"
#include "core/library/trash.h"

#include <algorithm>
#include <map>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// Where a file lies below a folder of the library.
struct Place {
    RootId root;
    fs::path relativePath;
};

std::optional<Place> placeOf(const fs::path& file, std::span<const Root> roots) {
    for (const Root& root : roots) {
        const std::array folder{root.folder};
        if (folderAbove(file, folder) != nullptr)
            return Place{root.id, file.lexically_relative(root.folder)};
    }
    return std::nullopt;
}

enum class Whereabouts { Trash, Folders };

/// One that is back where it was has no other place to tell.
std::vector<CaseAction> logOf(std::span<const MovedPhoto> moved) {
    std::vector<CaseAction> actions;
    for (const MovedPhoto& photo : moved) {
        CaseAction action{CaseActionKind::FilesMoved, {{"to", pathText(photo.now)}}};
        if (photo.now != photo.photo.file)
            action.details.insert(action.details.begin(), {"from", pathText(photo.photo.file)});
        actions.push_back(std::move(action));
    }
    return actions;
}

/// Tells the library where files lie now: in one of its folders, or nowhere it looks, as in the trash.
Result<void> record(const Database& database, std::span<const MovedPhoto> moved, Whereabouts whereabouts) {
    const auto roots = PhotoRepository(database).roots();
    if (!roots)
        return roots.error();
    std::map<RootId, ScanBatch> batches;
    for (const MovedPhoto& photo : moved) {
        const auto place = whereabouts == Whereabouts::Folders ? placeOf(photo.now, *roots) : std::nullopt;
        if (place)
            batches[place->root].moved.push_back({photo.photo.id, {place->relativePath, photo.photo.stamp}});
        else
            batches[photo.photo.root].gone.push_back(photo.photo.id);
    }
    for (const auto& [root, batch] : batches)
        if (const auto written = ScanWriter(database).commit(root, batch); !written)
            return written.error();
    return CaseRepository(database).add(logOf(moved));
}

/// A library that can't be written is found out before a file is moved.
Result<void> checkWritable(const Database& database) {
    const auto written = DuplicateRepository(database).addNotDuplicates({});
    return written ? Result<void>() : written.error();
}

class Doing {
public:
    Doing(const Database& database, const DuplicatePlan& plan) : database_(database), plan_(plan) {
        outcome_.action = plan.action;
    }

    Result<DuplicateOutcome> moveAll(const ActionProgress& progress, const std::stop_token& stop) {
        if (auto writable = checkWritable(database_); !writable)
            return writable.error();
        if (plan_.action.kind == DuplicateAction::Kind::MoveToFolder)
            if (auto made = makeFolder(); !made)
                return made.error();
        for (std::size_t i = 0; i < plan_.photos.size() && !stop.stop_requested(); ++i) {
            move(plan_.photos[i]);
            if (progress)
                progress(i + 1, plan_.photos.size());
        }
        const bool isTrash = plan_.action.kind == DuplicateAction::Kind::Trash;
        if (auto recorded =
                record(database_, outcome_.moved, isTrash ? Whereabouts::Trash : Whereabouts::Folders);
            !recorded)
            outcome_.failures.push_back(recorded.error());
        return std::move(outcome_);
    }

    Result<DuplicateOutcome> tagAll() {
        std::vector<PhotoId> photos;
        for (const Photo& photo : plan_.photos)
            photos.push_back(photo.id);
        auto tagged = TagRepository(database_).add(plan_.action.tag, photos);
        if (!tagged)
            return tagged.error();
        outcome_.tagged = *std::move(tagged);
        return std::move(outcome_);
    }

    Result<DuplicateOutcome> setApart() {
        const DuplicateRepository repository(database_);
        const auto known = repository.notDuplicates();
        if (!known)
            return known.error();
        std::ranges::set_difference(plan_.apart, *known, std::back_inserter(outcome_.apart));
        if (auto added = repository.addNotDuplicates(outcome_.apart); !added)
            return added.error();
        return std::move(outcome_);
    }

private:
    Result<void> makeFolder() const {
        std::error_code reason;
        fs::create_directories(plan_.action.folder, reason);
        if (!reason)
            return {};
        return makeError(ErrorCode::FileNotWritable, {pathText(plan_.action.folder), reason.message()});
    }

    void move(const Photo& photo) {
        const auto stamp = stampOf(photo.file);
        if (!stamp || *stamp != photo.stamp) {
            outcome_.refused.push_back({photo.file, stamp ? Refusal::Changed : Refusal::Gone});
            return;
        }
        const auto now = moved(photo.file);
        if (!now) {
            outcome_.failures.push_back(now.error());
            return;
        }
        outcome_.moved.push_back({photo, *now});
        outcome_.bytes += photo.stamp.bytes;
    }

    Result<fs::path> moved(const fs::path& file) const {
        if (plan_.action.kind == DuplicateAction::Kind::Trash)
            return moveToTrash(file);
        fs::path target = freeName(plan_.action.folder, file.filename());
        const auto done = moveFile(file, target);
        return done ? Result<fs::path>(std::move(target)) : done.error();
    }

    const Database& database_;
    const DuplicatePlan& plan_;
    DuplicateOutcome outcome_;
};

Result<void> moveBack(const MovedPhoto& photo, DuplicateAction::Kind kind) {
    if (kind == DuplicateAction::Kind::Trash)
        return restoreFromTrash(photo.now, photo.photo.file);
    std::error_code reason;
    fs::create_directories(photo.photo.file.parent_path(), reason);
    return moveFile(photo.now, photo.photo.file);
}

} // namespace

Result<DuplicateOutcome> carryOut(const Database& database, const DuplicatePlan& plan,
                                  const ActionProgress& progress, const std::stop_token& stop) {
    Doing doing(database, plan);
    switch (plan.action.kind) {
    case DuplicateAction::Kind::Tag:
        return doing.tagAll();
    case DuplicateAction::Kind::NotDuplicates:
        return doing.setApart();
    case DuplicateAction::Kind::Trash:
    case DuplicateAction::Kind::MoveToFolder:
        break;
    }
    return doing.moveAll(progress, stop);
}

Result<DuplicateOutcome> undo(const Database& database, const DuplicateOutcome& outcome) {
    DuplicateOutcome back;
    back.action = outcome.action;
    if (auto removed = DuplicateRepository(database).removeNotDuplicates(outcome.apart); !removed)
        return removed.error();
    if (!outcome.tagged.empty())
        if (auto removed = TagRepository(database).remove(outcome.action.tag, outcome.tagged); !removed)
            return removed.error();
    for (const MovedPhoto& photo : outcome.moved) {
        if (auto moved = moveBack(photo, outcome.action.kind); !moved) {
            back.failures.push_back(moved.error());
            continue;
        }
        back.moved.push_back({photo.photo, photo.photo.file});
        back.bytes += photo.photo.stamp.bytes;
    }
    if (auto recorded = record(database, back.moved, Whereabouts::Folders); !recorded)
        back.failures.push_back(recorded.error());
    return back;
}

} // namespace likeness
