// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/library_snapshot.h"

#include "core/base/path_text.h"
#include "core/image/photo_formats.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace likeness::ui {

/// Gives each folder path its number and makes the parents up to the root.
class LibrarySnapshot::FolderTable {
public:
    FolderTable(std::vector<FolderNode>& nodes, std::span<const Root> roots, std::span<const RootId> away)
        : nodes_(nodes) {
        for (const Root& root : roots) {
            const std::int32_t number =
                add(root.folder.native(), printableText(root.folder.filename().native()), -1);
            nodes_[static_cast<std::size_t>(number)].isAway = std::ranges::find(away, root.id) != away.end();
            roots_.push_back(root.folder.native());
        }
    }

    std::int32_t numberOf(const std::string& path) {
        if (const auto found = numbers_.find(path); found != numbers_.end())
            return found->second;
        const auto slash = path.rfind('/');
        if (slash == std::string::npos || slash == 0)
            return add(path, printableText(path), -1);
        const std::int32_t parent = isRooted(path) ? numberOf(path.substr(0, slash)) : -1;
        return add(path, printableText(path.substr(slash + 1)), parent);
    }

private:
    bool isRooted(const std::string& path) const {
        return std::any_of(roots_.begin(), roots_.end(),
                           [&](const std::string& root) { return path.starts_with(root + '/'); });
    }

    std::int32_t add(const std::string& path, const std::string& title, std::int32_t parent) {
        const auto number = static_cast<std::int32_t>(nodes_.size());
        const bool isAway = parent >= 0 && nodes_[static_cast<std::size_t>(parent)].isAway;
        nodes_.push_back({path, QString::fromStdString(title), parent, 0, isAway});
        numbers_.emplace(path, number);
        return number;
    }

    std::vector<FolderNode>& nodes_;
    std::vector<std::string> roots_;
    std::unordered_map<std::string, std::int32_t> numbers_;
};

LibrarySnapshot::LibrarySnapshot(std::span<const Photo> photos, std::span<const Root> roots,
                                 std::vector<Problem> problems, std::span<const RootId> away)
    : problems_(std::move(problems)), hasRoots_(!roots.empty()) {
    FolderTable table(folders_, roots, away);
    photos_.reserve(photos.size());
    for (const Photo& photo : photos)
        add(photo, table);
    for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder)
        if (folder->parent >= 0)
            folders_[static_cast<std::size_t>(folder->parent)].photos += folder->photos;
    pairRawPhotos();
}

/// A camera writes IMG_1.NEF beside IMG_1.JPG.
void LibrarySnapshot::pairRawPhotos() {
    const auto place = [](const PhotoRow& row) {
        const std::string stem = row.name.substr(0, row.name.rfind('.'));
        return std::pair(row.folder, stem);
    };
    std::map<std::pair<std::int32_t, std::string>, std::size_t> rawRows;
    for (std::size_t i = 0; i < photos_.size(); ++i)
        if (!photos_[i].missing && fileKindBySuffix(photos_[i].name) == FileKind::RawPhoto)
            rawRows.emplace(place(photos_[i]), i);
    if (rawRows.empty())
        return;
    for (PhotoRow& row : photos_) {
        if (row.missing || fileKindBySuffix(row.name) != FileKind::Photo)
            continue;
        const auto found = rawRows.find(place(row));
        if (found == rawRows.end())
            continue;
        row.raw = photos_[found->second].id;
        photos_[found->second].belongsToOther = true;
        rawRows.erase(found);
    }
}

std::vector<PhotoId> LibrarySnapshot::withRaw(std::vector<PhotoId> photos) const {
    for (std::size_t i = 0, count = photos.size(); i < count; ++i)
        if (const auto row = rowOf(photos[i]))
            if (const auto& raw = photos_[*row].raw)
                photos.push_back(*raw);
    return photos;
}

void LibrarySnapshot::add(const Photo& photo, FolderTable& table) {
    const std::string& path = photo.file.native();
    const auto slash = path.rfind('/');
    PhotoRow row;
    row.id = photo.id;
    row.folder = table.numberOf(path.substr(0, slash));
    row.name = path.substr(slash + 1);
    row.stamp = photo.stamp;
    row.state = photo.state;
    row.missing = photo.missing;
    row.width = photo.width;
    row.height = photo.height;
    row.takenAt = photo.takenAt;
    row.format = photo.format;
    row.camera = photo.camera;
    missing_ += photo.missing ? 1 : 0;
    indexed_ += photo.state == PhotoState::Indexed ? 1 : 0;
    ++folders_[static_cast<std::size_t>(row.folder)].photos;
    photos_.push_back(std::move(row));
}

std::optional<std::uint32_t> LibrarySnapshot::rowOf(PhotoId id) const {
    const auto found = std::lower_bound(photos_.begin(), photos_.end(), id,
                                        [](const PhotoRow& row, PhotoId wanted) { return row.id < wanted; });
    if (found == photos_.end() || found->id != id)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - photos_.begin());
}

std::optional<std::uint32_t> LibrarySnapshot::rowOf(const std::filesystem::path& file) const {
    const std::string folder = file.parent_path().native();
    const auto node = std::find_if(folders_.begin(), folders_.end(),
                                   [&](const FolderNode& candidate) { return candidate.path == folder; });
    if (node == folders_.end())
        return std::nullopt;
    const auto number = static_cast<std::int32_t>(node - folders_.begin());
    const std::string name = file.filename().native();
    const auto found = std::find_if(photos_.begin(), photos_.end(), [&](const PhotoRow& row) {
        return row.folder == number && row.name == name;
    });
    if (found == photos_.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - photos_.begin());
}

QString LibrarySnapshot::place(const PhotoRow& photo) const {
    QStringList titles;
    for (std::int32_t number = photo.folder; number >= 0;) {
        const FolderNode& folder = folders_[static_cast<std::size_t>(number)];
        titles.prepend(folder.title);
        number = folder.parent;
    }
    return titles.join(QLatin1Char('/'));
}

std::filesystem::path LibrarySnapshot::file(const PhotoRow& photo) const {
    return std::filesystem::path(folders_[static_cast<std::size_t>(photo.folder)].path) / photo.name;
}

} // namespace likeness::ui
