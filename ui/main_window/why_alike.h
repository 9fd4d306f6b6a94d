// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/heat_overlay.h"

#include "core/base/result.h"

#include <QLabel>
#include <QPushButton>

namespace likeness::ui {

/// Shows on the preview of a result, when asked, how much each place adds to its likeness with the query,
/// with a legend.
class WhyAlike : public QWidget {
    Q_OBJECT

public:
    /// The map is drawn over `preview`.
    explicit WhyAlike(PhotoView& preview, QWidget* parent = nullptr);

    /// Another photo.
    void clear();
    /// Another photo, or another query: the map is asked for again where the button is down. The last one
    /// stays until then.
    void ask();
    void showMap(const Result<ShareMap>& map);

Q_SIGNALS:
    void requested();

protected:
    void changeEvent(QEvent* event) override;

private:
    class Legend;
    void toggle();
    void retranslate();

    HeatOverlay* heat_;
    QPushButton* button_;
    QWidget* legend_;
    QLabel* least_;
    QLabel* most_;
    QLabel* message_;
};

} // namespace likeness::ui
