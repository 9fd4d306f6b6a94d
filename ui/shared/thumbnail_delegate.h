// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_roles.h"

#include "core/library/photo_marks.h"
#include "core/library/verdict.h"

#include <QPixmap>
#include <QStyledItemDelegate>

namespace likeness::ui {

/// Paints a tile: the photo to its edges, its name over a shade at the bottom, where it matches the query,
/// stars and label beside it, similarity and marks in the corners, an accent border where selected.
class ThumbnailDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ThumbnailDelegate(const ThumbnailLoader& thumbnails, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), thumbnails_(thumbnails) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPhoto(QPainter& painter, const QRect& tile, const QModelIndex& index) const;
    void paintMatchedPlaces(QPainter& painter, const QRect& tile, const QModelIndex& index) const;
    void paintName(QPainter& painter, const QRect& tile, const QModelIndex& index) const;
    void paintLabel(QPainter& painter, const QRect& tile, ColourLabel label) const;
    void paintRaw(QPainter& painter, const QRect& tile) const;
    void paintSimilarity(QPainter& painter, const QRect& tile, double similarity) const;
    void paintMark(QPainter& painter, const QRect& tile, PhotoMark mark) const;
    void paintVerdict(QPainter& painter, const QRect& tile, Judgement judgement) const;
    void paintBorder(QPainter& painter, const QStyleOptionViewItem& option) const;

    const ThumbnailLoader& thumbnails_;
};

} // namespace likeness::ui
