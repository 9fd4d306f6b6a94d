// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_snapshot.h"
#include "ui/shared/photo_arrangement.h"

#include "core/library/tag_repository.h"

#include <QStandardItemModel>

#include <filesystem>
#include <vector>

namespace likeness::ui {

/// What an entry of the side bar leads to.
struct SidebarTarget {
    enum class Kind { Heading, Scope, Query, Saved, Problems } kind = Kind::Heading;
    PhotoScope scope;            // for Scope
    std::filesystem::path query; // for Query
    QString saved{};             // for Saved: the name of the query
};

/// The tree in the side bar: all photos, folders, tags, recent queries, and what wants attention. Counts are
/// updated in place as long as the entries stay the same, so that nothing folds up while indexing.
class SidebarModel : public QStandardItemModel {
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole, TargetRole, KeyRole, AwayRole };

    using QStandardItemModel::QStandardItemModel;

    /// What is shown besides the photos of a snapshot.
    struct Extras {
        std::vector<TagCount> tags;
        std::vector<std::filesystem::path> recent;
        QStringList saved; // queries, by name
    };
    void show(const LibrarySnapshot& snapshot, const Extras& extras);
    static SidebarTarget target(const QModelIndex& index);
    QModelIndex indexOf(const QString& key) const;
    static QString keyOf(const PhotoScope& scope);

private:
    struct Entry {
        QString key;
        QString title;
        int parent = -1; // index into the list of entries
        std::int64_t count = -1;
        SidebarTarget target;
        bool isAway = false;
        bool operator==(const Entry& other) const;
    };

    using Entries = std::vector<Entry>;
    static Entries entriesOf(const LibrarySnapshot& snapshot, const Extras& extras);
    static void addFolders(const LibrarySnapshot& snapshot, Entries& entries);
    static void addTags(const std::vector<TagCount>& tags, Entries& entries);
    static void addSaved(const QStringList& saved, Entries& entries);
    static void addRecent(const std::vector<std::filesystem::path>& recent, Entries& entries);
    static void addAttention(const LibrarySnapshot& snapshot, Entries& entries);
    void rebuild();

    std::vector<Entry> entries_;
    std::vector<QStandardItem*> items_; // by entry; owned by the model
};

} // namespace likeness::ui

Q_DECLARE_METATYPE(likeness::ui::SidebarTarget)
