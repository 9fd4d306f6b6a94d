// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_snapshot.h"
#include "ui/shared/photo_roles.h"

#include "core/library/verdict.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace likeness::ui {

class MarkBook;

/// A list of photos of one snapshot, in a given order. Rows before and after those that change stay, so that
/// selection and scroll position survive; 100,000 rows cost a few milliseconds.
class PhotoModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PhotoModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    /// Null for an index that is not of this model.
    const PhotoRow* photo(const QModelIndex& index) const;
    std::filesystem::path file(const QModelIndex& index) const;
    QModelIndex indexOf(PhotoId photo) const;
    const LibrarySnapshot& snapshot() const { return *snapshot_; }
    /// Where stars and labels are told from; it outlives the model.
    void setMarks(const MarkBook& marks);

Q_SIGNALS:
    /// Around a change that removes rows and inserts others: photos may be among both. See SelectionKeeper.
    void aboutToReplace();
    void replaced();

protected:
    /// `rows` are indices into snapshot->photos().
    void show(SnapshotPtr snapshot, std::vector<std::uint32_t> rows);
    /// The same rows in another order; what is selected stays selected.
    void reorder(std::vector<std::uint32_t> rows);
    const std::vector<std::uint32_t>& rows() const { return rows_; }
    /// How it came out of a search; null where nothing is compared.
    virtual const RankedPhoto* rankingOf(const PhotoRow&) const { return nullptr; }
    /// What the user judged of it and the query.
    virtual std::optional<Judgement> judgementOf(PhotoId) const { return std::nullopt; }

private:
    QVariant markData(const PhotoRow& row, int role) const;
    QString spokenText(const PhotoRow& row) const;
    std::vector<PhotoId> idsOf(const LibrarySnapshot& snapshot, const std::vector<std::uint32_t>& rows) const;

    SnapshotPtr snapshot_ = std::make_shared<const LibrarySnapshot>();
    std::vector<std::uint32_t> rows_;
    std::vector<PhotoId> ids_; // by row
    const MarkBook* marks_ = nullptr;
};

/// The photos of the library, or a part of them, as arranged elsewhere.
class PhotoListModel : public PhotoModel {
    Q_OBJECT

public:
    using PhotoModel::PhotoModel;
    using PhotoModel::show;
};

} // namespace likeness::ui
