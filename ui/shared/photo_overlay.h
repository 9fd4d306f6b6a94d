// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_view.h"

namespace likeness::ui {

/// A transparent layer over a photo view, as large as the view, repainted when the photo changes or moves.
/// The view owns it.
class PhotoOverlay : public QWidget {
    Q_OBJECT

public:
    explicit PhotoOverlay(PhotoView& view);

protected:
    /// Where the photo lies; empty while there is none.
    QRectF photoPlace() const { return view_.photoPlace(); }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PhotoView& view_;
};

} // namespace likeness::ui
