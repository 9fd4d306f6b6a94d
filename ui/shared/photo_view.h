// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/preview_loader.h"

#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace likeness::ui {

/// One photo, whole and in its true shape, as large as the widget allows. Until its pixels are there, the
/// placeholder is shown; a wider widget gets sharper pixels.
class PhotoView : public QWidget {
    Q_OBJECT

public:
    explicit PhotoView(PreviewLoader& previews, QWidget* parent = nullptr);

    void showFile(const std::filesystem::path& file, const QPixmap& placeholder = {});
    void showImage(const QImage& image);
    void clear();
    void setAlignment(Qt::Alignment alignment);
    /// Where the photo lies in the view; empty while there is none.
    QRect photoPlace() const;

    QSize sizeHint() const override { return {240, 240}; }

Q_SIGNALS:
    void loaded(const likeness::ui::Preview& preview);
    void photoMoved(); // another photo, or another place

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void load();
    void showAnew();
    QRect target(QSize image) const;

    PreviewLoader& previews_;
    std::filesystem::path file_;
    QImage image_;
    QPixmap scaled_;
    Qt::Alignment alignment_ = Qt::AlignCenter;
    int loadedSide_ = 0;
    bool failed_ = false;
    QTimer reloadTimer_;
};

} // namespace likeness::ui
