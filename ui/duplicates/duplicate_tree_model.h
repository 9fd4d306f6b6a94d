// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/thumbnail_loader.h"

#include "core/duplicates/duplicate_finder.h"

#include <QAbstractItemModel>

#include <memory>
#include <set>
#include <vector>

namespace likeness::ui {

using DuplicateReportPtr = std::shared_ptr<const DuplicateReport>;

/// Groups of one kind, and below each its photos, the reference first. Photos are chosen by their check
/// boxes; a choice lasts while other kinds are shown.
class DuplicateTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Similarity, Dimensions, Size, ColumnCount };

    explicit DuplicateTreeModel(const ThumbnailLoader& thumbnails, QObject* parent = nullptr);

    void show(DuplicateReportPtr report, DuplicateKind kind, const QString& filter);

    /// Null for what is no photo, or no group.
    const Photo* photo(const QModelIndex& index) const;
    /// The group of a photo, or the group itself.
    const DuplicateGroup* group(const QModelIndex& index) const;
    double similarity(const QModelIndex& index) const; // to the reference, 0 to 1
    QModelIndex indexOf(PhotoId photo) const;

    const std::set<PhotoId>& chosen() const { return chosen_; }
    std::int64_t chosenBytes() const;
    /// All photos of the groups that are shown but those that are suggested to keep.
    void chooseAllButKeepers();
    void clearChoice();
    /// Rows of the photo have a thumbnail now.
    void repaint(PhotoId photo);
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    QVariant groupData(const DuplicateGroup& group, int column, int role) const;
    QVariant photoData(const QModelIndex& index, int role) const;
    QVariant photoText(const QModelIndex& index) const;
    PhotoId photoId(const QModelIndex& index) const;
    bool isShown(const DuplicateGroup& group, const QString& filter) const;
    void announceChoice();

    const ThumbnailLoader& thumbnails_;
    DuplicateReportPtr report_ = std::make_shared<const DuplicateReport>();
    std::vector<std::size_t> groups_; // of the report, by row
    std::set<PhotoId> chosen_;
};

} // namespace likeness::ui
