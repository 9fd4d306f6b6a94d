// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/thumbnail_delegate.h"

#include "ui/shared/colour_labels.h"
#include "ui/shared/formats.h"
#include "ui/shared/photo_geometry.h"
#include "ui/shared/place_painter.h"
#include "ui/shared/result_list_model.h"
#include "ui/shared/theme.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPixmapCache>

namespace likeness::ui {

namespace {

constexpr int smallestTileWithName = 96;
const QColor badgeColor(18, 22, 27, 200);

/// Icons of marks are the same on hundreds of tiles.
QPixmap markPixmap(const QString& name, qreal ratio) {
    const QString key = name + QLatin1Char('@') + QString::number(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = themedPixmap(name, 14, Qt::white, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QString markIcon(PhotoMark mark) {
    switch (mark) {
    case PhotoMark::Pending:
        return QStringLiteral("pending");
    case PhotoMark::Problem:
        return QStringLiteral("problem");
    case PhotoMark::Missing:
        return QStringLiteral("missing");
    case PhotoMark::None:
        break;
    }
    return {};
}

QFont smallFont(const QPainter& painter, QFont::Weight weight) {
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * .9);
    font.setWeight(weight);
    return font;
}

} // namespace

void ThumbnailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintPhoto(*painter, option.rect, index);
    if (option.rect.width() >= smallestTileWithName)
        paintName(*painter, option.rect, index);
    if (const QVariant label = index.data(LabelRole); label.isValid())
        paintLabel(*painter, option.rect, static_cast<ColourLabel>(label.toInt()));
    if (index.data(WithRawRole).toBool())
        paintRaw(*painter, option.rect);
    paintMatchedPlaces(*painter, option.rect, index);
    if (const QVariant similarity = index.data(SimilarityRole); similarity.isValid())
        paintSimilarity(*painter, option.rect, similarity.toDouble());
    paintMark(*painter, option.rect, static_cast<PhotoMark>(index.data(MarkRole).toInt()));
    if (const QVariant verdict = index.data(VerdictRole); verdict.isValid())
        paintVerdict(*painter, option.rect, static_cast<Judgement>(verdict.toInt()));
    paintBorder(*painter, option);
    painter->restore();
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return option.rect.size();
}

void ThumbnailDelegate::paintPhoto(QPainter& painter, const QRect& tile, const QModelIndex& index) const {
    const PhotoId photo{index.data(PhotoIdRole).toLongLong()};
    const QPixmap* pixmap = thumbnails_.find(photo);
    if (!pixmap) {
        painter.fillRect(tile, Theme::colors().hover);
        if (thumbnails_.hasFailed(photo)) {
            const int side = std::min(40, tile.width() / 3);
            const QPixmap icon = themedPixmap(QStringLiteral("photo"), side, Theme::colors().muted,
                                              painter.device()->devicePixelRatio());
            painter.drawPixmap(tile.center() - QPoint(side / 2, side / 2), icon);
        }
        return;
    }
    if (index.data(MarkRole).toInt() == static_cast<int>(PhotoMark::Missing))
        painter.setOpacity(.45);
    painter.drawPixmap(tile, *pixmap);
    painter.setOpacity(1);
}

void ThumbnailDelegate::paintMatchedPlaces(QPainter& painter, const QRect& tile,
                                           const QModelIndex& index) const {
    const auto matches = index.data(MatchesRole).value<Matches>();
    const QSize shape = index.data(ShapeRole).toSize();
    if (!matches.empty() && !shape.isEmpty())
        paintMatches(painter, matches, filledPlace(shape, tile), tile);
}

/// Stars stand above the name, a label behind it.
void ThumbnailDelegate::paintName(QPainter& painter, const QRect& tile, const QModelIndex& index) const {
    const int stars = index.data(RatingRole).toInt();
    const int height = stars > 0 ? 52 : 36;
    const QRect shade(tile.left(), tile.bottom() - height + 1, tile.width(), height);
    QLinearGradient gradient(shade.topLeft(), shade.bottomLeft());
    gradient.setColorAt(0, QColor(0, 0, 0, 0));
    gradient.setColorAt(stars > 0 ? .5 : 1, QColor(0, 0, 0, stars > 0 ? 150 : 190));
    gradient.setColorAt(1, QColor(0, 0, 0, 190));
    painter.fillRect(shade, gradient);
    painter.setFont(smallFont(painter, QFont::Normal));
    painter.setPen(Qt::white);
    const bool isLabelled = index.data(LabelRole).isValid();
    const QRect line = shade.adjusted(8, 0, isLabelled ? -26 : -8, -6);
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString shown = painter.fontMetrics().elidedText(name, Qt::ElideMiddle, line.width());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, shown);
    painter.setPen(starColour);
    painter.drawText(line.adjusted(0, 0, 0, -painter.fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, starsText(stars));
}

void ThumbnailDelegate::paintLabel(QPainter& painter, const QRect& tile, ColourLabel label) const {
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(colourOf(label));
    painter.drawEllipse(QRect(tile.bottomRight() - QPoint(20, 20), QSize(13, 13)));
}

void ThumbnailDelegate::paintRaw(QPainter& painter, const QRect& tile) const {
    const QString text = QStringLiteral("RAW");
    QFont font = smallFont(painter, QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * .85);
    painter.setFont(font);
    const QSize size(painter.fontMetrics().horizontalAdvance(text) + 10, painter.fontMetrics().height() + 2);
    const QRect badge(QPoint(tile.right() - size.width() - 5, tile.top() + 6 + 24), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(badgeColor);
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

void ThumbnailDelegate::paintSimilarity(QPainter& painter, const QRect& tile, double similarity) const {
    const QString text = percentText(similarity);
    painter.setFont(smallFont(painter, QFont::DemiBold));
    const QSize size(painter.fontMetrics().horizontalAdvance(text) + 14, painter.fontMetrics().height() + 4);
    const QRect badge(QPoint(tile.right() - size.width() - 5, tile.top() + 6), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(badgeColor);
    painter.drawRoundedRect(badge, size.height() / 2.0, size.height() / 2.0);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

void ThumbnailDelegate::paintMark(QPainter& painter, const QRect& tile, PhotoMark mark) const {
    if (mark == PhotoMark::None)
        return;
    const QRect badge(tile.topLeft() + QPoint(6, 6), QSize(22, 22));
    painter.setPen(Qt::NoPen);
    // That a photo is not yet indexed is no news: its mark is the quietest.
    painter.setOpacity(mark == PhotoMark::Pending ? .6 : 1);
    painter.setBrush(badgeColor);
    painter.drawEllipse(badge);
    painter.drawPixmap(badge.topLeft() + QPoint(4, 4),
                       markPixmap(markIcon(mark), painter.device()->devicePixelRatio()));
    painter.setOpacity(1);
}

/// A stamp: a tick, a cross or a question mark, each in a colour of its own.
void ThumbnailDelegate::paintVerdict(QPainter& painter, const QRect& tile, Judgement judgement) const {
    const QColor color = judgement == Judgement::Match     ? QColor(21, 128, 61)
                         : judgement == Judgement::NoMatch ? QColor(190, 18, 60)
                                                           : QColor(71, 85, 105);
    const QRect badge(tile.topLeft() + QPoint(6, 6), QSize(24, 24));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(color);
    painter.drawRoundedRect(badge, 6, 6);
    painter.drawPixmap(badge.topLeft() + QPoint(5, 5), markPixmap(ResultListModel::verdictIcon(judgement),
                                                                  painter.device()->devicePixelRatio()));
}

void ThumbnailDelegate::paintBorder(QPainter& painter, const QStyleOptionViewItem& option) const {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool current = option.state.testFlag(QStyle::State_HasFocus);
    if (!selected && !current)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    QPen pen(Theme::colors().accent, selected ? 3 : 2, selected ? Qt::SolidLine : Qt::DashLine);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
    if (!selected)
        return;
    painter.setPen(QPen(QColor(255, 255, 255, 150), 1));
    painter.drawRect(option.rect.adjusted(3, 3, -4, -4));
}

} // namespace likeness::ui
