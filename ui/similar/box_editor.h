// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_overlay.h"
#include "ui/similar/box_drag.h"

#include <optional>
#include <vector>

namespace likeness::ui {

/// Draws the boxes that are searched by on the query photo, and lets them be drawn, moved and cleared, by
/// pointer and by keys. Boxes are in fractions of the upright photo; one without width and height is a click.
///
/// A region: drag a box, move it, pull its handles; arrows move it, Shift and arrows resize it, Enter puts
/// the first one, Esc or Delete clears it. Spots: a click or a small box each; Space or a click chooses one,
/// Delete removes it, Enter adds one in the middle, Esc lets go, then clears all.
class BoxEditor : public PhotoOverlay {
    Q_OBJECT

public:
    enum class Kind { Nothing, Region, Spots };

    explicit BoxEditor(PhotoView& view);

    void edit(Kind kind, const std::vector<Rectangle>& boxes);
    /// What the boxes were searched by: clicks as spots.
    void setSearchedPlaces(std::vector<Rectangle> places);
    const std::vector<Rectangle>& boxes() const { return boxes_; }
    /// Where a box is drawn.
    QRectF viewPlace(std::size_t box) const;

Q_SIGNALS:
    void boxesEdited(const std::vector<likeness::Rectangle>& boxes);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Drag {
        Grip grip = Grip::None; // None: a new box
        std::size_t box = 0;
        Rectangle before;
        Point from;
        QPointF pressed; // view
        bool moved = false;
    };

    std::optional<std::size_t> boxAt(QPointF pointer) const;
    Grip gripOver(QPointF pointer) const;
    void paintRegion(QPainter& painter) const;
    void paintSpots(QPainter& painter) const;
    void pull(Point to);
    void drawNew(Point to);
    bool handleKey(const QKeyEvent& event);
    bool nudge(const QKeyEvent& event);
    bool addByKey();
    bool removeChosen();
    bool letGo();
    void change(std::vector<Rectangle> boxes);
    void retranslate();

    Kind kind_ = Kind::Nothing;
    std::vector<Rectangle> boxes_;
    std::vector<Rectangle> searched_;
    std::optional<std::size_t> chosen_;
    std::optional<Drag> drag_;
};

} // namespace likeness::ui
