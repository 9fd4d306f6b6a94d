// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_overlay.h"

#include "core/search/search_result.h"

namespace likeness::ui {

/// Shows on a photo how much each place adds to its likeness with the query.
class HeatOverlay : public PhotoOverlay {
    Q_OBJECT

public:
    explicit HeatOverlay(PhotoView& view);
    void setShares(const ShareMap& shares);
    void clear();
    bool isEmpty() const { return heat_.isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage heat_;
};

} // namespace likeness::ui
