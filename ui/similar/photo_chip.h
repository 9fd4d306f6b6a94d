// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/preview_loader.h"

#include "core/base/photo_id.h"

#include <QAbstractButton>
#include <QPixmap>

namespace likeness::ui {

/// A photo that the query is also like, or unlike: small, with its sign. A click takes it away.
class PhotoChip : public QAbstractButton {
    Q_OBJECT

public:
    enum class Sign { Like, Unlike };
    static constexpr int side = 48;

    PhotoChip(PhotoId photo, Sign sign, QWidget* parent = nullptr);

    PhotoId photo() const { return photo_; }
    void showFile(PreviewLoader& previews, const std::filesystem::path& file);
    QSize sizeHint() const override { return {side, side}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintSign(QPainter& painter) const;

    PhotoId photo_;
    Sign sign_;
    QPixmap pixmap_;
};

} // namespace likeness::ui
