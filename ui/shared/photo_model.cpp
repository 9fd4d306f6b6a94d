// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_model.h"

#include "ui/shared/colour_labels.h"
#include "ui/shared/formats.h"
#include "ui/shared/mark_book.h"
#include "ui/shared/row_change.h"

#include <QMimeData>
#include <QSize>
#include <QUrl>

#include <unordered_map>

namespace likeness::ui {

namespace {

PhotoMark markOf(const PhotoRow& photo, const LibrarySnapshot& snapshot) {
    if (photo.missing || snapshot.isAway(photo))
        return PhotoMark::Missing;
    switch (photo.state) {
    case PhotoState::Pending:
        return PhotoMark::Pending;
    case PhotoState::Problem:
        return PhotoMark::Problem;
    case PhotoState::Indexed:
        return PhotoMark::None;
    }
    return PhotoMark::None;
}

} // namespace

int PhotoModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

const PhotoRow* PhotoModel::photo(const QModelIndex& index) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return nullptr;
    return &snapshot_->photos()[rows_[static_cast<std::size_t>(index.row())]];
}

std::filesystem::path PhotoModel::file(const QModelIndex& index) const {
    const PhotoRow* row = photo(index);
    return row ? snapshot_->file(*row) : std::filesystem::path();
}

QVariant PhotoModel::data(const QModelIndex& index, int role) const {
    const PhotoRow* row = photo(index);
    if (!row)
        return {};
    const RankedPhoto* ranking = rankingOf(*row);
    switch (role) {
    case Qt::DisplayRole:
        return nameText(row->name);
    case Qt::ToolTipRole: {
        const QString path = nameText(snapshot_->file(*row).native());
        return snapshot_->isAway(*row) ? tr("%1 (its drive is not connected)").arg(path) : path;
    }
    case Qt::AccessibleTextRole:
        return spokenText(*row);
    case PhotoIdRole:
        return QVariant::fromValue<qint64>(row->id.value);
    case ThumbnailRole:
        return QVariant::fromValue(ThumbnailRequest{row->id, snapshot_->file(*row), row->stamp});
    case MarkRole:
        return static_cast<int>(markOf(*row, *snapshot_));
    case SimilarityRole:
        return ranking ? QVariant(ranking->similarity) : QVariant();
    case ShapeRole:
        return QSize(row->width, row->height);
    case MatchesRole:
        return ranking ? QVariant::fromValue(ranking->matches) : QVariant();
    case VerdictRole: {
        const auto judgement = judgementOf(row->id);
        return judgement ? QVariant(static_cast<int>(*judgement)) : QVariant();
    }
    default:
        return markData(*row, role);
    }
}

QVariant PhotoModel::markData(const PhotoRow& row, int role) const {
    if (role == WithRawRole)
        return row.raw.has_value();
    const PhotoMarks marks = marks_ ? marks_->of(row.id) : PhotoMarks();
    if (role == RatingRole && marks.rating > 0)
        return marks.rating;
    if (role == LabelRole && marks.label != ColourLabel::None)
        return static_cast<int>(marks.label);
    return {};
}

QString PhotoModel::spokenText(const PhotoRow& row) const {
    QStringList parts{nameText(row.name)};
    if (const RankedPhoto* ranking = rankingOf(row))
        parts.append(percentText(ranking->similarity));
    if (const QVariant rating = markData(row, RatingRole); rating.isValid())
        parts.append(tr("%n star(s)", nullptr, rating.toInt()));
    if (const QVariant label = markData(row, LabelRole); label.isValid())
        parts.append(colourLabelText(static_cast<ColourLabel>(label.toInt())));
    return parts.join(QStringLiteral(", "));
}

void PhotoModel::setMarks(const MarkBook& marks) {
    marks_ = &marks;
    connect(&marks, &MarkBook::changed, this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1, columnCount() - 1),
                               {RatingRole, LabelRole});
    });
}

Qt::ItemFlags PhotoModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags;
}

QStringList PhotoModel::mimeTypes() const {
    return {QStringLiteral("text/uri-list")};
}

QMimeData* PhotoModel::mimeData(const QModelIndexList& indexes) const {
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes)
        urls.append(QUrl::fromLocalFile(toQString(file(index))));
    auto* data = new QMimeData; // the caller's, as QAbstractItemModel has it
    data->setUrls(urls);
    return data;
}

QModelIndex PhotoModel::indexOf(PhotoId photo) const {
    const auto found = std::find(ids_.begin(), ids_.end(), photo);
    return found == ids_.end() ? QModelIndex() : index(static_cast<int>(found - ids_.begin()));
}

std::vector<PhotoId> PhotoModel::idsOf(const LibrarySnapshot& snapshot,
                                       const std::vector<std::uint32_t>& rows) const {
    std::vector<PhotoId> ids;
    ids.reserve(rows.size());
    for (const std::uint32_t row : rows)
        ids.push_back(snapshot.photos()[row].id);
    return ids;
}

void PhotoModel::show(SnapshotPtr snapshot, std::vector<std::uint32_t> rows) {
    std::vector<PhotoId> ids = idsOf(*snapshot, rows);
    const RowChange change = rowChange(ids_, ids);
    const bool replaces = change.removed > 0 && change.inserted > 0;
    if (replaces)
        Q_EMIT aboutToReplace();
    const auto at = [first = change.first](auto& list) { return list.begin() + first; };
    if (change.removed > 0) {
        beginRemoveRows({}, change.first, change.first + change.removed - 1);
        rows_.erase(at(rows_), at(rows_) + change.removed);
        ids_.erase(at(ids_), at(ids_) + change.removed);
        endRemoveRows();
    }
    if (change.inserted > 0)
        beginInsertRows({}, change.first, change.first + change.inserted - 1);
    snapshot_ = std::move(snapshot);
    rows_ = std::move(rows);
    ids_ = std::move(ids);
    if (change.inserted > 0)
        endInsertRows();
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1, columnCount() - 1));
    if (replaces)
        Q_EMIT replaced();
}

void PhotoModel::reorder(std::vector<std::uint32_t> rows) {
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::unordered_map<std::uint32_t, int> places;
    for (std::size_t place = 0; place < rows.size(); ++place)
        places.emplace(rows[place], static_cast<int>(place));
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& each : before)
        after.append(index(places.at(rows_[static_cast<std::size_t>(each.row())]), each.column()));
    rows_ = std::move(rows);
    ids_ = idsOf(*snapshot_, rows_);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace likeness::ui
