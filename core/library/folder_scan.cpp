// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/folder_scan.h"

#include "core/base/path_text.h"
#include "core/image/photo_formats.h"
#include "core/library/content_hash.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace likeness {
namespace {

namespace fs = std::filesystem;
using HiddenFiles = FolderScanOptions::HiddenFiles;

/// Tells files and folders apart whatever their names: device and inode.
using FileIdentity = std::pair<dev_t, ino_t>;

std::optional<FileIdentity> identityOf(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

bool isHidden(std::string_view name) {
    // Trash folders and caches of Linux start with a dot; these don't.
    constexpr std::array<std::string_view, 8> systemNames{
        "lost+found", "@eaDir",  "#recycle", "#snapshot", "$RECYCLE.BIN", "System Volume Information",
        "__MACOSX",   "RECYCLER"};
    return name.starts_with('.') || std::ranges::find(systemNames, name) != systemNames.end();
}

/// What a folder holds, by name.
struct Listing {
    std::vector<std::string> photos;
    std::vector<std::string> folders;
    std::vector<std::string> links;
};

class FolderWalk {
public:
    FolderWalk(const fs::path& folder, const FolderScanOptions& options,
               const std::function<void(const FoundFile&)>& found, std::stop_token stop)
        : folder_(folder), options_(options), found_(found), stop_(std::move(stop)) {}

    FolderScanTally run() {
        std::error_code reason;
        const fs::file_status status = fs::status(folder_, reason);
        if (status.type() == fs::file_type::not_found) {
            tally_.folderErrors.push_back(makeError(ErrorCode::FolderNotFound, {pathText(folder_)}));
            return std::move(tally_);
        }
        walkFrom({});
        followFolderLinks();
        followFileLinks();
        return std::move(tally_);
    }

private:
    void walkFrom(const fs::path& start) {
        std::vector<fs::path> waiting{start};
        while (!waiting.empty() && !stop_.stop_requested()) {
            const fs::path relative = std::move(waiting.back());
            waiting.pop_back();
            Listing listing = enter(relative);
            for (const std::string& name : listing.photos)
                report(relative, name);
            for (auto name = listing.folders.rbegin(); name != listing.folders.rend(); ++name)
                waiting.push_back(relative / *name);
            for (const std::string& name : listing.links)
                links_.push_back(relative / name);
        }
    }

    /// Empty where the folder was entered before, or can't be.
    Listing enter(const fs::path& relative) {
        const fs::path folder = relative.empty() ? folder_ : folder_ / relative;
        const auto identity = identityOf(folder);
        if (identity && !enteredFolders_.insert(*identity).second)
            return {};
        std::error_code reason;
        Listing listing = list(relative, folder, reason);
        if (reason)
            reportFolder(folder, reason);
        return listing;
    }

    Listing list(const fs::path& relative, const fs::path& folder, std::error_code& reason) {
        Listing listing;
        fs::directory_iterator entry(folder, reason);
        while (!reason && entry != fs::directory_iterator()) {
            sortIn(*entry, relative, listing);
            entry.increment(reason);
        }
        for (auto* names : {&listing.photos, &listing.folders, &listing.links})
            std::ranges::sort(*names);
        return listing;
    }

    void sortIn(const fs::directory_entry& entry, const fs::path& relative, Listing& listing) {
        std::string name = entry.path().filename().native();
        if (options_.hidden == HiddenFiles::Skip && isHidden(name))
            return;
        if (options_.leavesOut && options_.leavesOut(relative / name))
            return;
        std::error_code goneMeanwhile;
        if (entry.is_symlink(goneMeanwhile))
            listing.links.push_back(std::move(name));
        else if (entry.is_directory(goneMeanwhile))
            listing.folders.push_back(std::move(name));
        else if (!entry.is_regular_file(goneMeanwhile))
            return;
        else if (fileKindBySuffix(name) == FileKind::Other)
            ++tally_.otherFiles;
        else
            listing.photos.push_back(std::move(name));
    }

    void report(const fs::path& relative, const std::string& name) {
        if (stop_.stop_requested())
            return;
        FoundFile file{relative / name, {}};
        const auto stamp = stampOf(folder_ / file.relativePath);
        if (!stamp) {
            if (stamp.error().code == ErrorCode::FileNotReadable && unsearchable_.insert(relative).second)
                reportFolder(folder_ / relative, std::make_error_code(std::errc::permission_denied));
            return;
        }
        file.stamp = *stamp;
        found_(file);
    }

    void reportFolder(const fs::path& folder, const std::error_code& reason) {
        tally_.folderErrors.push_back(
            makeError(ErrorCode::FolderNotReadable, {pathText(folder), reason.message()}));
    }

    /// A folder behind a link may hold further links, so the list grows on the way.
    void followFolderLinks() {
        for (std::size_t i = 0; i < links_.size() && !stop_.stop_requested(); ++i) {
            const fs::path link = links_[i];
            std::error_code leadsNowhere;
            if (!fs::is_directory(folder_ / link, leadsNowhere))
                fileLinks_.push_back(link);
            else if (!leadsElsewhere(link))
                walkFrom(link);
        }
    }

    void followFileLinks() {
        for (const fs::path& link : fileLinks_) {
            std::error_code leadsNowhere;
            const fs::path target = fs::canonical(folder_ / link, leadsNowhere);
            if (leadsNowhere || !fs::is_regular_file(target, leadsNowhere) || leadsElsewhere(link))
                continue;
            if (fileKindBySuffix(link) == FileKind::Other) {
                ++tally_.otherFiles;
                continue;
            }
            const auto holder = identityOf(target.parent_path());
            const auto identity = identityOf(target);
            const bool metAnyway = holder && enteredFolders_.contains(*holder);
            if (!metAnyway && identity && linkedFiles_.insert(*identity).second)
                report(link.parent_path(), link.filename());
        }
    }

    bool leadsElsewhere(const fs::path& link) const {
        std::error_code leadsNowhere;
        const fs::path target = fs::canonical(folder_ / link, leadsNowhere);
        return std::ranges::any_of(options_.scannedElsewhere,
                                   [&target](const fs::path& folder) { return isInside(target, folder); });
    }

    const fs::path& folder_;
    const FolderScanOptions& options_;
    const std::function<void(const FoundFile&)>& found_;
    const std::stop_token stop_;
    FolderScanTally tally_;
    std::set<FileIdentity> enteredFolders_;
    std::set<FileIdentity> linkedFiles_;
    std::set<fs::path> unsearchable_;
    std::vector<fs::path> links_;     // relative; files and folders not yet told apart
    std::vector<fs::path> fileLinks_; // relative
};

} // namespace

FolderScanTally scanFolder(const fs::path& folder, const FolderScanOptions& options,
                           const std::function<void(const FoundFile&)>& found, std::stop_token stop) {
    return FolderWalk(folder, options, found, std::move(stop)).run();
}

bool isInside(const fs::path& path, const fs::path& folder) {
    const std::string& outer = folder.native();
    const std::string& inner = path.native();
    if (!inner.starts_with(outer))
        return false;
    return inner.size() == outer.size() || outer.ends_with('/') || inner[outer.size()] == '/';
}

} // namespace likeness
