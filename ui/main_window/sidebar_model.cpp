// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/sidebar_model.h"

#include "ui/shared/formats.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace likeness::ui {

namespace {

SidebarTarget scopeTarget(PhotoScope::Kind kind, const std::string& folder = {}) {
    return {SidebarTarget::Kind::Scope, {kind, folder, {}}, {}, {}};
}

/// Folder numbers, parents before children and children by path.
std::vector<std::size_t> foldersByPath(const LibrarySnapshot& snapshot) {
    std::vector<std::size_t> order(snapshot.folders().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return snapshot.folders()[a].path < snapshot.folders()[b].path;
    });
    return order;
}

} // namespace

bool SidebarModel::Entry::operator==(const Entry& other) const {
    return key == other.key && title == other.title && parent == other.parent && isAway == other.isAway;
}

SidebarModel::Entries SidebarModel::entriesOf(const LibrarySnapshot& snapshot, const Extras& extras) {
    Entries entries;
    entries.push_back({keyOf({}), tr("All photos"), -1, static_cast<std::int64_t>(snapshot.photos().size()),
                       scopeTarget(PhotoScope::Kind::All)});
    addFolders(snapshot, entries);
    addTags(extras.tags, entries);
    addSaved(extras.saved, entries);
    addRecent(extras.recent, entries);
    addAttention(snapshot, entries);
    return entries;
}

void SidebarModel::addFolders(const LibrarySnapshot& snapshot, Entries& entries) {
    if (snapshot.folders().empty())
        return;
    entries.push_back({QStringLiteral("folders"), tr("Folders"), -1, -1, {}});
    std::vector<int> entryOfFolder(snapshot.folders().size(), -1);
    for (const std::size_t number : foldersByPath(snapshot)) {
        const FolderNode& folder = snapshot.folders()[number];
        const int parent = folder.parent < 0 ? -1 : entryOfFolder[static_cast<std::size_t>(folder.parent)];
        entryOfFolder[number] = static_cast<int>(entries.size());
        entries.push_back({keyOf({PhotoScope::Kind::Folder, folder.path, {}}), folder.title, parent,
                           folder.photos, scopeTarget(PhotoScope::Kind::Folder, folder.path), folder.isAway});
    }
}

/// A tag's parent needn't be a tag itself; it counts those of the tags below it.
void SidebarModel::addTags(const std::vector<TagCount>& tags, Entries& entries) {
    if (tags.empty())
        return;
    entries.push_back({QStringLiteral("tags"), tr("Tags"), -1, -1, {}});
    std::map<std::string, int> entryOfTag;
    for (const TagCount& tag : tags) {
        int parent = -1;
        for (std::size_t end = 0; end != std::string::npos;) {
            end = tag.name.find('/', end == 0 ? 0 : end + 1);
            const std::string name = tag.name.substr(0, end);
            const auto [place, isNew] = entryOfTag.try_emplace(name, static_cast<int>(entries.size()));
            if (isNew)
                entries.push_back({keyOf({PhotoScope::Kind::Tag, {}, name}),
                                   QString::fromStdString(name.substr(name.rfind('/') + 1)),
                                   parent,
                                   0,
                                   {SidebarTarget::Kind::Scope, {PhotoScope::Kind::Tag, {}, name}, {}, {}}});
            parent = place->second;
            entries[static_cast<std::size_t>(parent)].count += tag.photos;
        }
    }
}

void SidebarModel::addSaved(const QStringList& saved, Entries& entries) {
    if (!saved.isEmpty())
        entries.push_back({QStringLiteral("savedQueries"), tr("Saved queries"), -1, -1, {}});
    for (const QString& name : saved)
        entries.push_back(
            {QStringLiteral("saved:") + name, name, -1, -1, {SidebarTarget::Kind::Saved, {}, {}, name}});
}

void SidebarModel::addRecent(const std::vector<std::filesystem::path>& recent, Entries& entries) {
    if (!recent.empty())
        entries.push_back({QStringLiteral("recent"), tr("Recent queries"), -1, -1, {}});
    for (const auto& file : recent)
        entries.push_back({QStringLiteral("query:") + toQString(file),
                           pathName(file),
                           -1,
                           -1,
                           {SidebarTarget::Kind::Query, {}, file, {}}});
}

void SidebarModel::addAttention(const LibrarySnapshot& snapshot, Entries& entries) {
    const auto problems = static_cast<std::int64_t>(snapshot.problems().size());
    if (problems > 0 || snapshot.missingCount() > 0)
        entries.push_back({QStringLiteral("attention"), tr("Attention"), -1, -1, {}});
    if (snapshot.missingCount() > 0)
        entries.push_back({keyOf({PhotoScope::Kind::Missing, {}, {}}), tr("Missing"), -1,
                           snapshot.missingCount(), scopeTarget(PhotoScope::Kind::Missing)});
    if (problems > 0)
        entries.push_back({QStringLiteral("problems"),
                           tr("Problems"),
                           -1,
                           problems,
                           {SidebarTarget::Kind::Problems, {}, {}, {}}});
}

QString SidebarModel::keyOf(const PhotoScope& scope) {
    switch (scope.kind) {
    case PhotoScope::Kind::All:
        return QStringLiteral("all");
    case PhotoScope::Kind::Folder:
        return QStringLiteral("folder:") + toQString(scope.folder);
    case PhotoScope::Kind::Tag:
        return QStringLiteral("tag:") + QString::fromStdString(scope.tag);
    case PhotoScope::Kind::Missing:
        return QStringLiteral("missing");
    }
    return {};
}

void SidebarModel::show(const LibrarySnapshot& snapshot, const Extras& extras) {
    Entries entries = entriesOf(snapshot, extras);
    const bool same = entries == entries_;
    entries_ = std::move(entries);
    if (!same)
        rebuild();
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (items_[i]->data(CountRole).toLongLong() != entries_[i].count)
            items_[i]->setData(QVariant::fromValue<qint64>(entries_[i].count), CountRole);
}

void SidebarModel::rebuild() {
    clear();
    items_.clear();
    for (const Entry& entry : entries_) {
        auto* item = new QStandardItem(entry.title); // the model's, once it is in
        item->setEditable(false);
        item->setData(QVariant::fromValue(entry.target), TargetRole);
        item->setData(entry.key, KeyRole);
        item->setData(entry.isAway, AwayRole);
        if (entry.isAway)
            item->setToolTip(tr("The drive is not connected; its photos can still be found."));
        item->setData(QVariant::fromValue<qint64>(-1), CountRole);
        if (entry.target.kind == SidebarTarget::Kind::Heading)
            item->setFlags(Qt::ItemIsEnabled);
        if (entry.parent < 0)
            appendRow(item);
        else
            items_[static_cast<std::size_t>(entry.parent)]->appendRow(item);
        items_.push_back(item);
    }
}

SidebarTarget SidebarModel::target(const QModelIndex& index) {
    return index.data(TargetRole).value<SidebarTarget>();
}

QModelIndex SidebarModel::indexOf(const QString& key) const {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.key == key; });
    if (found == entries_.end())
        return {};
    return items_[static_cast<std::size_t>(found - entries_.begin())]->index();
}

} // namespace likeness::ui
