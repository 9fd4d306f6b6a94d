// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/elided_label.h"
#include "ui/shared/match_overlay.h"
#include "ui/shared/photo_model.h"
#include "ui/shared/photo_view.h"

#include <QLabel>
#include <QPersistentModelIndex>
#include <QToolButton>

namespace likeness::ui {

/// One photo over the whole workspace, with the places where it matches the query if it is a result. Left and
/// right walk through the list that it was opened from; Escape and Space go back to it. The wheel, + and -
/// zoom, Z shows all of it or its own pixels, R turns it.
class PhotoViewer : public QWidget {
    Q_OBJECT

public:
    PhotoViewer(PreviewLoader& previews, const ThumbnailLoader& thumbnails, QWidget* parent = nullptr);

    void open(const QModelIndex& index);
    QModelIndex current() const { return current_; }

Q_SIGNALS:
    void closed();
    void currentChanged(const QModelIndex& index);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void step(int rows);
    void zoomInMiddle(double factor);
    void toggleActualSize();
    void turn(int quarters);
    void showZoom();
    void retranslate();

    const ThumbnailLoader& thumbnails_;
    PhotoView* view_;
    MatchOverlay* matches_;
    ElidedLabel* name_;
    QLabel* position_;
    QToolButton* zoom_;
    QToolButton* turn_;
    QToolButton* previous_;
    QToolButton* next_;
    QToolButton* close_;
    QPersistentModelIndex current_;
};

} // namespace likeness::ui
