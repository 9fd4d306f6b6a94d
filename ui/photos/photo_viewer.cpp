// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/photos/photo_viewer.h"

#include "ui/shared/formats.h"
#include "ui/shared/photo_geometry.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace likeness::ui {
namespace {

constexpr double zoomStep = 1.25;

} // namespace

PhotoViewer::PhotoViewer(PreviewLoader& previews, const ThumbnailLoader& thumbnails, QWidget* parent)
    : QWidget(parent),
      thumbnails_(thumbnails),
      view_(new PhotoView(previews, this)),
      matches_(new MatchOverlay(*view_)),
      name_(new ElidedLabel(this)),
      position_(new QLabel(this)),
      zoom_(new QToolButton(this)),
      turn_(new QToolButton(this)),
      previous_(new QToolButton(this)),
      next_(new QToolButton(this)),
      close_(new QToolButton(this)) {
    setObjectName(QStringLiteral("viewerView"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    view_->setObjectName(QStringLiteral("viewerPhoto"));
    view_->setZoomable(true);
    zoom_->setObjectName(QStringLiteral("viewerZoom"));
    turn_->setObjectName(QStringLiteral("viewerTurn"));
    matches_->setObjectName(QStringLiteral("viewerMatches"));
    name_->setProperty("heading", true);
    position_->setProperty("muted", true);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(8);
    bar->addWidget(name_, 1);
    bar->addWidget(position_);
    for (QToolButton* button : {zoom_, turn_, previous_, next_, close_}) {
        button->setProperty("flat", true);
        button->setFocusPolicy(Qt::TabFocus);
        bar->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(view_, 1);
    connect(zoom_, &QToolButton::clicked, this, &PhotoViewer::toggleActualSize);
    connect(turn_, &QToolButton::clicked, this, [this] { turn(1); });
    connect(view_, &PhotoView::photoMoved, this, &PhotoViewer::showZoom);
    connect(previous_, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { step(1); });
    connect(close_, &QToolButton::clicked, this, &PhotoViewer::closed);
    retranslate();
}

void PhotoViewer::open(const QModelIndex& index) {
    const auto* model = qobject_cast<const PhotoModel*>(index.model());
    const PhotoRow* photo = model ? model->photo(index) : nullptr;
    if (!photo)
        return;
    current_ = index;
    const QPixmap* thumbnail = thumbnails_.find(photo->id);
    // The tile is cut to its shape, so it only stands in where that shape is the photo's own.
    view_->showFile(model->file(index), thumbnail && photo->width == photo->height ? *thumbnail : QPixmap());
    matches_->setMatches(index.data(MatchesRole).value<Matches>());
    name_->setFullText(index.data(Qt::DisplayRole).toString());
    position_->setText(tr("%1 of %2").arg(countText(index.row() + 1), countText(model->rowCount())));
    previous_->setEnabled(index.row() > 0);
    next_->setEnabled(index.row() + 1 < model->rowCount());
    Q_EMIT currentChanged(index);
}

void PhotoViewer::step(int rows) {
    if (current_.isValid())
        open(current_.sibling(current_.row() + rows, 0));
}

void PhotoViewer::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        step(-1);
        break;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        step(1);
        break;
    case Qt::Key_Escape:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT closed();
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomInMiddle(zoomStep);
        break;
    case Qt::Key_Minus:
        zoomInMiddle(1 / zoomStep);
        break;
    case Qt::Key_Z:
        toggleActualSize();
        break;
    case Qt::Key_R:
        turn(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PhotoViewer::zoomInMiddle(double factor) {
    view_->zoom(factor, QRectF(view_->rect()).center());
}

void PhotoViewer::toggleActualSize() {
    if (view_->view().zoom > 1)
        view_->setView({});
    else
        zoomInMiddle(view_->actualSizeZoom());
}

void PhotoViewer::turn(int quarters) {
    view_->turn(quarters);
    auto matches = current_.data(MatchesRole).value<Matches>();
    for (MatchedPlace& match : matches)
        match.place = turned(match.place, view_->quarterTurns());
    matches_->setMatches(std::move(matches));
}

void PhotoViewer::showZoom() {
    const double scale = view_->scale();
    zoom_->setText(scale > 0 ? percentText(scale) : QString());
    zoom_->setEnabled(view_->actualSizeZoom() > 1 || view_->view().zoom > 1);
}

void PhotoViewer::mouseDoubleClickEvent(QMouseEvent*) {
    Q_EMIT closed();
}

void PhotoViewer::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PhotoViewer::retranslate() {
    const auto dress = [](QToolButton* button, const QString& icon, const QString& text, const QString& key) {
        button->setIcon(themedIcon(icon));
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(text, key));
    };
    dress(turn_, QStringLiteral("turn"), tr("Turn to the right"), QStringLiteral("R"));
    zoom_->setAccessibleName(tr("All of the photo, or its own pixels"));
    zoom_->setToolTip(tr("All of the photo, or its own pixels (Z); the wheel, + and - zoom"));
    dress(previous_, QStringLiteral("back"), tr("Previous photo"), QStringLiteral("←"));
    dress(next_, QStringLiteral("forward"), tr("Next photo"), QStringLiteral("→"));
    dress(close_, QStringLiteral("close"), tr("Back to the list"), tr("Esc"));
    if (current_.isValid())
        position_->setText(
            tr("%1 of %2").arg(countText(current_.row() + 1), countText(current_.model()->rowCount())));
}

} // namespace likeness::ui
