// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicate_tree_model.h"

#include "ui/shared/formats.h"
#include "ui/shared/photo_roles.h"
#include "ui/shared/theme.h"

#include <QFont>
#include <QIcon>
#include <QPixmap>
#include <QSize>

#include <algorithm>

namespace likeness::ui {
namespace {

/// Internal id of a group's row; a photo's row holds its group's row + 1.
constexpr quintptr ofGroup = 0;

constexpr int groupHeight = 34; // pixels
constexpr int photoHeight = 48;

/// The same where the row is selected: no tint over a photo.
QIcon iconOf(const QPixmap& thumbnail) {
    QIcon icon(thumbnail);
    icon.addPixmap(thumbnail, QIcon::Selected);
    return icon;
}

} // namespace

DuplicateTreeModel::DuplicateTreeModel(const ThumbnailLoader& thumbnails, QObject* parent)
    : QAbstractItemModel(parent), thumbnails_(thumbnails) {
    connect(&thumbnails, &ThumbnailLoader::loaded, this, &DuplicateTreeModel::repaint);
}

void DuplicateTreeModel::show(DuplicateReportPtr report, DuplicateKind kind, const QString& filter) {
    beginResetModel();
    report_ = std::move(report);
    groups_.clear();
    for (std::size_t i = 0; i < report_->groups.size(); ++i)
        if (report_->groups[i].kind == kind && isShown(report_->groups[i], filter))
            groups_.push_back(i);
    std::erase_if(chosen_, [this](PhotoId photo) { return !report_->photos.contains(photo); });
    endResetModel();
    Q_EMIT choiceChanged();
}

bool DuplicateTreeModel::isShown(const DuplicateGroup& group, const QString& filter) const {
    const auto matches = [&](PhotoId photo) {
        return toQString(report_->photos.at(photo).file).contains(filter, Qt::CaseInsensitive);
    };
    return filter.isEmpty() || matches(group.reference) ||
           std::ranges::any_of(group.members, matches, &DuplicateMember::photo);
}

const DuplicateGroup* DuplicateTreeModel::group(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    const std::size_t row =
        index.internalId() == ofGroup ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
    return row < groups_.size() ? &report_->groups[groups_[row]] : nullptr;
}

PhotoId DuplicateTreeModel::photoId(const QModelIndex& index) const {
    const DuplicateGroup& own = *group(index);
    return index.row() == 0 ? own.reference : own.members[static_cast<std::size_t>(index.row() - 1)].photo;
}

const Photo* DuplicateTreeModel::photo(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == ofGroup)
        return nullptr;
    return &report_->photos.at(photoId(index));
}

double DuplicateTreeModel::similarity(const QModelIndex& index) const {
    if (index.row() == 0)
        return 1.0;
    return group(index)->members[static_cast<std::size_t>(index.row() - 1)].similarity;
}

QModelIndex DuplicateTreeModel::indexOf(PhotoId photo) const {
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex top = index(row, 0);
        for (int child = 0; child < rowCount(top); ++child)
            if (const QModelIndex found = index(child, 0, top); photoId(found) == photo)
                return found;
    }
    return {};
}

std::int64_t DuplicateTreeModel::chosenBytes() const {
    std::int64_t bytes = 0;
    for (const PhotoId photo : chosen_)
        bytes += report_->photos.at(photo).stamp.bytes;
    return bytes;
}

void DuplicateTreeModel::chooseAllButKeepers() {
    for (const std::size_t i : groups_) {
        const DuplicateGroup& each = report_->groups[i];
        chosen_.insert(each.reference);
        for (const DuplicateMember& member : each.members)
            chosen_.insert(member.photo);
        chosen_.erase(each.keeper);
    }
    announceChoice();
}

void DuplicateTreeModel::clearChoice() {
    chosen_.clear();
    announceChoice();
}

void DuplicateTreeModel::announceChoice() {
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex top = index(row, 0);
        Q_EMIT dataChanged(index(0, 0, top), index(rowCount(top) - 1, 0, top), {Qt::CheckStateRole});
    }
    Q_EMIT choiceChanged();
}

void DuplicateTreeModel::repaint(PhotoId photo) {
    if (const QModelIndex found = indexOf(photo); found.isValid())
        Q_EMIT dataChanged(found, found, {Qt::DecorationRole});
}

void DuplicateTreeModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!groups_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::DisplayRole});
}

QModelIndex DuplicateTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : ofGroup);
}

QModelIndex DuplicateTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == ofGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, ofGroup);
}

int DuplicateTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(groups_.size());
    if (parent.internalId() != ofGroup || parent.column() != 0)
        return 0;
    return static_cast<int>(group(parent)->members.size()) + 1;
}

int DuplicateTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant DuplicateTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::SizeHintRole)
        return QSize(0, index.internalId() == ofGroup ? groupHeight : photoHeight);
    if (index.internalId() == ofGroup)
        return groupData(*group(index), index.column(), role);
    return photoData(index, role);
}

QVariant DuplicateTreeModel::groupData(const DuplicateGroup& group, int column, int role) const {
    if (column != Name)
        return {};
    if (role == Qt::DisplayRole)
        return tr("%n photo(s) · %1 could be freed", nullptr, static_cast<int>(group.members.size()) + 1)
            .arg(sizeText(group.freeableBytes));
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    return {};
}

QVariant DuplicateTreeModel::photoData(const QModelIndex& index, int role) const {
    const PhotoId id = photoId(index);
    const Photo& photo = report_->photos.at(id);
    const bool isKeeper = id == group(index)->keeper;
    switch (role) {
    case Qt::DisplayRole:
        return photoText(index);
    case Qt::DecorationRole:
        if (const QPixmap* thumbnail = thumbnails_.find(id); thumbnail != nullptr && index.column() == Name)
            return iconOf(*thumbnail);
        return {};
    case Qt::CheckStateRole:
        if (index.column() != Name)
            return {};
        return chosen_.contains(id) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return isKeeper ? tr("%1\nSuggested to keep").arg(toQString(photo.file)) : toQString(photo.file);
    case Qt::ForegroundRole:
        return isKeeper && index.column() == Name ? QVariant(Theme::colors().accent) : QVariant();
    case ThumbnailRole:
        return QVariant::fromValue(ThumbnailRequest{id, photo.file, photo.stamp});
    case PhotoIdRole:
        return static_cast<qint64>(id.value);
    default:
        return {};
    }
}

QVariant DuplicateTreeModel::photoText(const QModelIndex& index) const {
    const Photo& photo = report_->photos.at(photoId(index));
    switch (index.column()) {
    case Name: {
        const QString name = nameText(photo.file.filename().native());
        return photo.id == group(index)->keeper ? tr("%1 · keep").arg(name) : name;
    }
    case Similarity:
        return index.row() == 0 ? QString() : percentText(similarity(index));
    case Dimensions:
        return dimensionsText(photo.width, photo.height);
    default:
        return sizeText(photo.stamp.bytes);
    }
}

bool DuplicateTreeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || photo(index) == nullptr)
        return false;
    if (value.toInt() == Qt::Checked)
        chosen_.insert(photoId(index));
    else
        chosen_.erase(photoId(index));
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
    return true;
}

Qt::ItemFlags DuplicateTreeModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return photo(index) != nullptr && index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant DuplicateTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Photo");
    case Similarity:
        return tr("Alike");
    case Dimensions:
        return tr("Pixels");
    default:
        return tr("Size");
    }
}

} // namespace likeness::ui
