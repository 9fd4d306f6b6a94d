// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/duplicate_finder.h"

#include "core/duplicates/near_duplicates.h"
#include "core/duplicates/star_grouping.h"
#include "core/library/code_repository.h"
#include "core/library/duplicate_repository.h"
#include "core/library/photo_repository.h"

#include <algorithm>
#include <map>
#include <set>

namespace likeness {
namespace {

class Finder {
public:
    Finder(const Database& database, const LiveIndex& index, const Recipe& recipe,
           const DuplicateRequest& request, const DuplicateRun& run)
        : database_(database),
          index_(index),
          codes_(database, recipe.fingerprint()),
          request_(request),
          run_(run),
          policy_(request.keepers) {}

    Result<DuplicateReport> find() {
        const auto start = std::chrono::steady_clock::now();
        if (auto loaded = load(); !loaded)
            return loaded.error();
        addExact();
        if (wants(DuplicateKind::Near))
            if (auto added = addNear(); !added)
                return added.error();
        if (wants(DuplicateKind::Burst))
            if (auto added = addBursts(); !added)
                return added.error();
        if (run_.stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        finish();
        report_.elapsed =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
        return std::move(report_);
    }

private:
    bool wants(DuplicateKind kind) const {
        return std::ranges::find(request_.kinds, kind) != request_.kinds.end();
    }

    Result<void> load() {
        const DuplicateRepository repository(database_);
        auto contents = repository.contents();
        if (!contents)
            return contents.error();
        contents_ = std::move(*contents);
        const auto apart = repository.notDuplicates();
        if (!apart)
            return apart.error();
        apart_.insert(apart->begin(), apart->end());
        auto folders = repository.protectedFolders();
        if (!folders)
            return folders.error();
        policy_.protectedFolders = std::move(*folders);
        auto photos = PhotoRepository(database_).photos();
        if (!photos)
            return photos.error();
        for (Photo& photo : *photos)
            if (contents_.contains(photo.id))
                photos_.emplace(photo.id, std::move(photo));
        report_.searched = photos_.size();
        return {};
    }

    bool prefers(PhotoId a, PhotoId b) const { return policy_.prefers(photos_.at(a), photos_.at(b)); }

    /// Also keeps one photo of each content for the other kinds.
    void addExact() {
        std::map<ContentHash, std::vector<PhotoId>> copies;
        for (const auto& [id, photo] : photos_)
            copies[contents_.at(id)].push_back(id);
        for (auto& [content, ids] : copies) {
            std::ranges::sort(ids, [this](PhotoId a, PhotoId b) { return prefers(a, b); });
            single_.push_back(photos_.at(ids.front()));
            if (ids.size() < 2 || !wants(DuplicateKind::Exact) || apart_.contains({content, content}))
                continue;
            Star star{ids.front(), {}};
            for (std::size_t i = 1; i < ids.size(); ++i)
                star.members.push_back({ids[i], 1.0});
            add(DuplicateKind::Exact, star);
        }
        std::ranges::sort(single_, {}, &Photo::id);
    }

    Result<void> addNear() {
        const auto near =
            findNearDuplicates({database_.file(), index_, codes_, request_.limits}, single_, run_);
        if (!near)
            return near.error();
        report_.compared = near->compared;
        report_.unreadable = near->unreadable;
        addStars(DuplicateKind::Near, near->pairs);
        return {};
    }

    Result<void> addBursts() {
        const auto pairs = burstPairs(single_, codes_, request_.bursts, run_);
        if (!pairs)
            return pairs.error();
        addStars(DuplicateKind::Burst, *pairs);
        return {};
    }

    void addStars(DuplicateKind kind, std::vector<AlikePair> pairs) {
        std::erase_if(pairs, [this](const AlikePair& pair) {
            return apart_.contains(contentPair(contents_.at(pair.first), contents_.at(pair.second)));
        });
        for (const Star& star : groupIntoStars(pairs, [this](PhotoId a, PhotoId b) { return prefers(a, b); }))
            add(kind, star);
    }

    void add(DuplicateKind kind, const Star& star) {
        report_.photos.emplace(star.reference, photos_.at(star.reference));
        for (const DuplicateMember& member : star.members)
            report_.photos.emplace(member.photo, photos_.at(member.photo));
        report_.groups.push_back({kind, star.reference, star.members, star.reference, 0});
    }

    void finish() {
        suggestKeepers(report_, policy_);
        std::ranges::sort(report_.groups, [](const DuplicateGroup& a, const DuplicateGroup& b) {
            if (a.kind != b.kind)
                return a.kind < b.kind;
            return a.freeableBytes != b.freeableBytes ? a.freeableBytes > b.freeableBytes
                                                      : a.reference < b.reference;
        });
    }

    const Database& database_;
    const LiveIndex& index_;
    const CodeRepository codes_;
    const DuplicateRequest& request_;
    const DuplicateRun& run_;
    KeeperPolicy policy_;
    std::unordered_map<PhotoId, Photo> photos_;
    std::unordered_map<PhotoId, ContentHash> contents_;
    std::set<ContentPair> apart_;
    std::vector<Photo> single_; // one of each content, by id
    DuplicateReport report_;
};

void suggestKeeper(DuplicateGroup& group, const DuplicateReport& report, const KeeperPolicy& policy) {
    std::vector<const Photo*> photos{&report.photos.at(group.reference)};
    for (const DuplicateMember& member : group.members)
        photos.push_back(&report.photos.at(member.photo));
    const Photo* keeper = photos.front();
    for (const Photo* photo : photos)
        if (policy.prefers(*photo, *keeper))
            keeper = photo;
    group.keeper = keeper->id;
    group.freeableBytes = 0;
    for (const Photo* photo : photos)
        if (photo != keeper && !policy.isProtected(*photo))
            group.freeableBytes += photo->stamp.bytes;
}

} // namespace

void suggestKeepers(DuplicateReport& report, const KeeperPolicy& policy) {
    for (DuplicateGroup& group : report.groups)
        suggestKeeper(group, report, policy);
}

Result<DuplicateReport> findDuplicates(const Database& database, const LiveIndex& index, const Recipe& recipe,
                                       const DuplicateRequest& request, const DuplicateRun& run) {
    return Finder(database, index, recipe, request, run).find();
}

} // namespace likeness
