// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/duplicate_action.h"

#include "core/duplicates/keeper_rules.h"
#include "core/library/content_hash.h"
#include "core/library/photo_repository.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace likeness {
namespace {

using Chosen = std::set<PhotoId>;

std::vector<PhotoId> allOf(const DuplicateGroup& group) {
    std::vector<PhotoId> photos{group.reference};
    for (const DuplicateMember& member : group.members)
        photos.push_back(member.photo);
    return photos;
}

bool movesFiles(DuplicateAction::Kind kind) {
    return kind == DuplicateAction::Kind::Trash || kind == DuplicateAction::Kind::MoveToFolder;
}

std::optional<Refusal> stateOf(const Photo& photo) {
    const auto stamp = stampOf(photo.file);
    if (!stamp)
        return Refusal::Gone;
    return *stamp == photo.stamp ? std::nullopt : std::optional(Refusal::Changed);
}

class Planning {
public:
    Planning(const Database& database, std::span<const DuplicateGroup> groups,
             std::span<const PhotoId> chosen, const DuplicateAction& action)
        : database_(database), groups_(groups), chosen_(chosen.begin(), chosen.end()), action_(action) {}

    Result<DuplicatePlan> make() {
        if (auto loaded = load(); !loaded)
            return loaded.error();
        plan_.action = action_;
        if (action_.kind == DuplicateAction::Kind::NotDuplicates)
            return setApart();
        if (movesFiles(action_.kind))
            for (const DuplicateGroup& group : groups_)
                leaveOneOf(group);
        for (const PhotoId id : chosen_)
            add(id);
        return std::move(plan_);
    }

private:
    Result<void> load() {
        std::vector<PhotoId> ids(chosen_.begin(), chosen_.end());
        for (const DuplicateGroup& group : groups_)
            std::ranges::copy(allOf(group), std::back_inserter(ids));
        auto photos = PhotoRepository(database_).photos(ids);
        if (!photos)
            return photos.error();
        for (Photo& photo : *photos)
            photos_.emplace(photo.id, std::move(photo));
        auto folders = DuplicateRepository(database_).protectedFolders();
        if (!folders)
            return folders.error();
        protected_ = std::move(*folders);
        return {};
    }

    std::optional<Refusal> refusal(const Photo& photo) const {
        if (!movesFiles(action_.kind))
            return std::nullopt;
        if (folderAbove(photo.file, protected_) != nullptr)
            return Refusal::Protected;
        return stateOf(photo);
    }

    bool stays(PhotoId id) const {
        const auto photo = photos_.find(id);
        if (photo == photos_.end())
            return false;
        if (!chosen_.contains(id) || kept_.contains(id))
            return !stateOf(photo->second);
        return refusal(photo->second) == Refusal::Protected;
    }

    void leaveOneOf(const DuplicateGroup& group) {
        const std::vector<PhotoId> all = allOf(group);
        const auto isChosen = [this](PhotoId id) { return chosen_.contains(id); };
        if (std::ranges::none_of(all, isChosen) ||
            std::ranges::any_of(all, [this](PhotoId id) { return stays(id); }))
            return;
        const auto usable = [this](PhotoId id) { return photos_.contains(id) && !stateOf(photos_.at(id)); };
        const auto left =
            usable(group.keeper) ? std::ranges::find(all, group.keeper) : std::ranges::find_if(all, usable);
        if (left == all.end())
            return;
        kept_.insert(*left);
        plan_.refused.push_back({photos_.at(*left).file, Refusal::LastOne});
    }

    void add(PhotoId id) {
        const auto photo = photos_.find(id);
        if (photo == photos_.end() || kept_.contains(id))
            return;
        if (const auto reason = refusal(photo->second)) {
            plan_.refused.push_back({photo->second.file, *reason});
            return;
        }
        plan_.photos.push_back(photo->second);
        plan_.bytes += photo->second.stamp.bytes;
    }

    /// Each chosen photo is told apart from all others of its group.
    Result<DuplicatePlan> setApart() {
        const auto contents = DuplicateRepository(database_).contents();
        if (!contents)
            return contents.error();
        std::set<ContentPair> pairs;
        for (const DuplicateGroup& group : groups_)
            for (const PhotoId one : allOf(group)) {
                if (!chosen_.contains(one) || !contents->contains(one))
                    continue;
                for (const PhotoId other : allOf(group))
                    if (other != one && contents->contains(other))
                        pairs.insert(contentPair(contents->at(one), contents->at(other)));
            }
        plan_.apart.assign(pairs.begin(), pairs.end());
        for (const PhotoId id : chosen_)
            if (const auto photo = photos_.find(id); photo != photos_.end())
                plan_.photos.push_back(photo->second);
        return std::move(plan_);
    }

    const Database& database_;
    std::span<const DuplicateGroup> groups_;
    const Chosen chosen_;
    const DuplicateAction& action_;
    std::unordered_map<PhotoId, Photo> photos_;
    std::vector<std::filesystem::path> protected_;
    Chosen kept_; // chosen, but the last of their group
    DuplicatePlan plan_;
};

} // namespace

Result<DuplicatePlan> planAction(const Database& database, std::span<const DuplicateGroup> groups,
                                 std::span<const PhotoId> chosen, const DuplicateAction& action) {
    return Planning(database, groups, chosen, action).make();
}

} // namespace likeness
