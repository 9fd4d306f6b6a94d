// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/linked_view.h"
#include "ui/shared/preview_loader.h"

#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace likeness::ui {

/// One photo, whole and in its true shape, as large as the widget allows, or a part of it, larger. Until its
/// pixels are there, the placeholder is shown; a wider widget gets sharper pixels.
class PhotoView : public QWidget {
    Q_OBJECT

public:
    explicit PhotoView(PreviewLoader& previews, QWidget* parent = nullptr);

    void showFile(const std::filesystem::path& file, const QPixmap& placeholder = {});
    void showImage(const QImage& image);
    void clear();
    void setAlignment(Qt::Alignment alignment);
    /// Lets the wheel zoom and the mouse move the photo.
    void setZoomable(bool isZoomable) { isZoomable_ = isZoomable; }
    const LinkedView& view() const { return view_; }
    void setView(const LinkedView& view);
    /// So that what is under `at` stays there.
    void zoom(double factor, QPointF at);
    /// The zoom at which one pixel of the file is one of the screen; 1 until that is known.
    double actualSizeZoom() const;
    /// Pixels of the screen for one of the file; 0 until that is known.
    double scale() const;
    /// Clockwise, to be looked at; the file stays as it is.
    void turn(int quarters);
    int quarterTurns() const { return quarterTurns_; }
    /// Where the photo lies in the view; empty while there is none.
    QRect photoPlace() const;

    QSize sizeHint() const override { return {240, 240}; }

Q_SIGNALS:
    void loaded(const likeness::ui::Preview& preview);
    void photoMoved(); // another photo, or another place

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void load();
    void showAnew();
    void takePixels(const QImage& upright);
    bool isZoomed() const { return view_.zoom > 1; }
    QRect target(QSize image) const;

    PreviewLoader& previews_;
    std::filesystem::path file_;
    QImage upright_;
    QImage image_;   // turned
    QSize fullSize_; // of the upright photo in its file; empty while it is not known
    LinkedView view_;
    int quarterTurns_ = 0;
    bool isZoomable_ = false;
    QPoint dragged_; // where the mouse was last
    QPixmap scaled_;
    Qt::Alignment alignment_ = Qt::AlignCenter;
    int loadedSide_ = 0;
    bool failed_ = false;
    QTimer reloadTimer_;
};

} // namespace likeness::ui
