// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/linked_view.h"
#include "ui/shared/preview_loader.h"

#include <QImage>
#include <QWidget>

#include <filesystem>

namespace likeness::ui {

/// One of the photos that are compared. Wheel and dragging ask for another view; whoever owns the panes gives
/// it to all of them.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(PreviewLoader& previews, QWidget* parent = nullptr);

    void showFile(const std::filesystem::path& file);
    void clear();
    void setView(const LinkedView& view);
    /// Drawn over the photo, all of it; null for nothing.
    void setCover(const QImage& cover);

    const QImage& image() const { return image_; }
    const std::optional<Preview>& preview() const { return preview_; }
    /// Shows this one instead of its own photo, until a null image is given.
    void setStandIn(const QImage& image);
    /// Where all of the photo lies; empty while there is none.
    QRectF photoPlace() const;
    /// The zoom at which its pixels are those of the screen.
    double actualZoom() const;

Q_SIGNALS:
    void loaded();
    void viewWanted(const likeness::ui::LinkedView& view);
    void actualSizeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    const QImage& shown() const { return standIn_.isNull() ? image_ : standIn_; }
    void paintMessage(QPainter& painter);

    PreviewLoader& previews_;
    std::filesystem::path file_;
    QImage image_;
    QImage standIn_;
    QImage cover_;
    std::optional<Preview> preview_;
    LinkedView view_;
    QPointF dragged_; // where the mouse was last
};

} // namespace likeness::ui
