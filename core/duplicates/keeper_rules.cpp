// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/keeper_rules.h"

#include "core/library/folder_scan.h"

#include <algorithm>
#include <compare>
#include <iterator>
#include <string>

namespace likeness {
namespace {

namespace fs = std::filesystem;

std::int64_t pixels(const Photo& photo) {
    return static_cast<std::int64_t>(photo.width) * photo.height;
}

/// Higher is closer to what the camera saw.
int formatRank(const Photo& photo) {
    static constexpr std::array<std::pair<std::string_view, int>, 7> ranks{
        {{"RAW", 6}, {"TIFF", 5}, {"PNG", 4}, {"HEIC", 3}, {"AVIF", 3}, {"JPEG", 2}, {"WebP", 2}}};
    const auto* const found =
        std::ranges::find(ranks, std::string_view(photo.format), &std::pair<std::string_view, int>::first);
    return found == ranks.end() ? 1 : found->second;
}

std::ptrdiff_t depth(const fs::path& file) {
    return std::distance(file.begin(), file.end());
}

/// Greater where `a` is rather to be kept.
std::weak_ordering compare(KeeperRule rule, const Photo& a, const Photo& b) {
    switch (rule) {
    case KeeperRule::Resolution:
        return pixels(a) <=> pixels(b);
    case KeeperRule::FileSize:
        return a.stamp.bytes <=> b.stamp.bytes;
    case KeeperRule::Oldest:
        return b.stamp.modifiedNs <=> a.stamp.modifiedNs;
    case KeeperRule::Newest:
        return a.stamp.modifiedNs <=> b.stamp.modifiedNs;
    case KeeperRule::Format:
        return formatRank(a) <=> formatRank(b);
    case KeeperRule::ShortPath:
        break;
    }
    return depth(b.file) <=> depth(a.file);
}

/// The first folder is best.
std::ptrdiff_t preference(const fs::path& file, std::span<const fs::path> folders) {
    const fs::path* const folder = folderAbove(file, folders);
    return folder == nullptr ? 0 : folders.data() + folders.size() - folder;
}

} // namespace

std::string_view keeperRuleName(KeeperRule rule) {
    switch (rule) {
    case KeeperRule::Resolution:
        return "resolution";
    case KeeperRule::FileSize:
        return "size";
    case KeeperRule::Oldest:
        return "oldest";
    case KeeperRule::Newest:
        return "newest";
    case KeeperRule::Format:
        return "format";
    case KeeperRule::ShortPath:
        break;
    }
    return "path";
}

const fs::path* folderAbove(const fs::path& file, std::span<const fs::path> folders) {
    for (const fs::path& folder : folders)
        if (isInside(file, folder))
            return &folder;
    return nullptr;
}

bool KeeperPolicy::isProtected(const Photo& photo) const {
    return folderAbove(photo.file, protectedFolders) != nullptr;
}

bool KeeperPolicy::prefers(const Photo& a, const Photo& b) const {
    if (isProtected(a) != isProtected(b))
        return isProtected(a);
    const auto preferenceA = preference(a.file, preferredFolders);
    const auto preferenceB = preference(b.file, preferredFolders);
    if (preferenceA != preferenceB)
        return preferenceA > preferenceB;
    for (const KeeperRule rule : rules)
        if (const auto order = compare(rule, a, b); order != 0)
            return order > 0;
    return a.file.native() != b.file.native() ? a.file.native() < b.file.native() : a.id < b.id;
}

Result<std::vector<KeeperRule>> keeperRulesFromText(std::string_view text) {
    std::vector<KeeperRule> rules;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view name = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto* const rule = std::ranges::find(allKeeperRules, name, keeperRuleName);
        if (rule == allKeeperRules.end())
            return makeError(ErrorCode::InvalidArgument, {"there is no rule " + std::string(name)});
        if (std::ranges::find(rules, *rule) != rules.end())
            return makeError(ErrorCode::InvalidArgument, {"the rule " + std::string(name) + " stands twice"});
        rules.push_back(*rule);
    }
    return rules;
}

} // namespace likeness
