// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/photo.h"

#include <array>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace likeness {

/// What speaks for keeping a photo rather than another one.
enum class KeeperRule {
    Resolution, // more pixels
    FileSize,   // more bytes
    Oldest,     // changed earlier
    Newest,     // changed later
    Format,     // closer to what the camera saw: RAW, TIFF, PNG, HEIC and AVIF, JPEG and WebP, others
    ShortPath,  // fewer folders above it
};

inline constexpr std::array allKeeperRules{KeeperRule::Resolution, KeeperRule::FileSize,
                                           KeeperRule::Oldest,     KeeperRule::Newest,
                                           KeeperRule::Format,     KeeperRule::ShortPath};

/// "resolution", "size", "oldest", "newest", "format", "path": the names of settings and the command line.
std::string_view keeperRuleName(KeeperRule rule);

/// How a photo to keep is suggested.
struct KeeperPolicy {
    /// The first rule that tells two photos apart decides; then the path, by its bytes.
    std::vector<KeeperRule> rules{KeeperRule::Resolution, KeeperRule::FileSize, KeeperRule::Oldest};
    /// Photos below them are preferred before all rules, those of the first folder most.
    std::vector<std::filesystem::path> preferredFolders;
    /// Photos below them stay in any case, so that they come before everything.
    std::vector<std::filesystem::path> protectedFolders;

    bool isProtected(const Photo& photo) const;
    /// Whether `a` is rather to be kept than `b`. A strict order.
    bool prefers(const Photo& a, const Photo& b) const;
};

/// From "resolution,size,oldest". InvalidArgument names what is not known or said twice.
Result<std::vector<KeeperRule>> keeperRulesFromText(std::string_view text);

/// The first of the folders that the file lies below, or null.
const std::filesystem::path* folderAbove(const std::filesystem::path& file,
                                         std::span<const std::filesystem::path> folders);

} // namespace likeness
