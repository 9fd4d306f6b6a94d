// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and keys; what is drawn stands in box_editor_painting.cpp.
#include "ui/similar/box_editor.h"

#include "ui/shared/photo_geometry.h"
#include "ui/similar/query_state.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace likeness::ui {

namespace {

constexpr double keyStep = .01;
constexpr int dragStart = 5; // pixels that tell a drag from a click

} // namespace

BoxEditor::BoxEditor(PhotoView& view) : PhotoOverlay(view) {
    setObjectName(QStringLiteral("boxEditor"));
    setMouseTracking(true);
    hide();
    retranslate();
}

void BoxEditor::edit(Kind kind, const std::vector<Rectangle>& boxes) {
    if (kind != kind_) {
        drag_.reset();
        chosen_.reset();
    }
    kind_ = kind;
    boxes_ = boxes;
    if (chosen_ && *chosen_ >= boxes_.size())
        chosen_.reset();
    setVisible(kind != Kind::Nothing);
    setFocusPolicy(kind == Kind::Nothing ? Qt::NoFocus : Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    retranslate();
    update();
}

void BoxEditor::setSearchedPlaces(std::vector<Rectangle> places) {
    searched_ = std::move(places);
    update();
}

std::optional<std::size_t> BoxEditor::boxAt(QPointF pointer) const {
    for (std::size_t i = boxes_.size(); i-- > 0;)
        if (viewPlace(i).contains(pointer))
            return i;
    return std::nullopt;
}

Grip BoxEditor::gripOver(QPointF pointer) const {
    if (kind_ == Kind::Region)
        return boxes_.empty() ? Grip::None : gripAt(viewPlace(0), pointer);
    return boxAt(pointer) ? Grip::Inside : Grip::None;
}

void BoxEditor::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || photoPlace().isEmpty())
        return;
    const QPointF pointer = event->position();
    Drag drag{gripOver(pointer), 0, {}, toPhoto(pointer, photoPlace()), pointer};
    chosen_ = kind_ == Kind::Spots ? boxAt(pointer) : std::nullopt;
    drag.box = chosen_.value_or(0);
    if (drag.grip != Grip::None)
        drag.before = boxes_[drag.box];
    drag_ = drag;
    update();
}

void BoxEditor::mouseMoveEvent(QMouseEvent* event) {
    if (!drag_) {
        setCursor(cursorOf(gripOver(event->position())));
        return;
    }
    if (!drag_->moved && (event->position() - drag_->pressed).manhattanLength() < dragStart)
        return;
    const Point to = toPhoto(event->position(), photoPlace());
    if (drag_->grip == Grip::None)
        drawNew(to);
    else
        pull(to);
    drag_->moved = true;
}

void BoxEditor::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !drag_)
        return;
    const Drag drag = *std::exchange(drag_, std::nullopt);
    const bool isClickOnPhoto = !drag.moved && drag.grip == Grip::None;
    if (kind_ != Kind::Spots || !isClickOnPhoto || !photoPlace().contains(drag.pressed))
        return;
    std::vector<Rectangle> boxes = boxes_;
    boxes.push_back({drag.from.x, drag.from.y, 0, 0});
    chosen_ = boxes.size() - 1;
    change(std::move(boxes));
}

void BoxEditor::pull(Point to) {
    std::vector<Rectangle> boxes = boxes_;
    boxes[drag_->box] = dragged(drag_->before, drag_->grip, {to.x - drag_->from.x, to.y - drag_->from.y});
    change(std::move(boxes));
}

void BoxEditor::drawNew(Point to) {
    std::vector<Rectangle> boxes = boxes_;
    if (kind_ == Kind::Region)
        boxes.resize(1);
    else if (!drag_->moved)
        boxes.emplace_back();
    boxes.back() = spanned(drag_->from, to);
    if (kind_ == Kind::Spots)
        chosen_ = boxes.size() - 1;
    change(std::move(boxes));
}

void BoxEditor::keyPressEvent(QKeyEvent* event) {
    if (!handleKey(*event))
        QWidget::keyPressEvent(event);
}

bool BoxEditor::handleKey(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeChosen();
    case Qt::Key_Escape:
        return letGo();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return addByKey();
    case Qt::Key_Space:
        if (kind_ != Kind::Spots || boxes_.empty())
            return false;
        chosen_ = chosen_ ? (*chosen_ + 1) % boxes_.size() : 0;
        retranslate();
        update();
        return true;
    default:
        return nudge(event);
    }
}

bool BoxEditor::nudge(const QKeyEvent& event) {
    const auto box = kind_ == Kind::Region && !boxes_.empty() ? std::optional<std::size_t>(0) : chosen_;
    Point by;
    switch (event.key()) {
    case Qt::Key_Left:
        by.x = -keyStep;
        break;
    case Qt::Key_Right:
        by.x = keyStep;
        break;
    case Qt::Key_Up:
        by.y = -keyStep;
        break;
    case Qt::Key_Down:
        by.y = keyStep;
        break;
    default:
        return false;
    }
    const bool resizes = event.modifiers().testFlag(Qt::ShiftModifier);
    if (!box || event.modifiers().testFlag(Qt::AltModifier))
        return false;
    std::vector<Rectangle> boxes = boxes_;
    boxes[*box] = dragged(boxes[*box], resizes ? Grip::BottomRight : Grip::Inside, by);
    change(std::move(boxes));
    return true;
}

bool BoxEditor::addByKey() {
    std::vector<Rectangle> boxes = boxes_;
    if (kind_ == Kind::Spots) {
        boxes.push_back({.5, .5, 0, 0});
        chosen_ = boxes.size() - 1;
    } else if (boxes.empty()) {
        boxes.push_back(firstRegion);
    }
    change(std::move(boxes));
    return true;
}

bool BoxEditor::removeChosen() {
    std::vector<Rectangle> boxes = boxes_;
    if (kind_ == Kind::Region)
        boxes.clear();
    else if (chosen_)
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(*chosen_));
    chosen_.reset();
    change(std::move(boxes));
    return true;
}

bool BoxEditor::letGo() {
    if (boxes_.empty())
        return false;
    if (chosen_) {
        chosen_.reset();
        update();
    } else {
        change({});
    }
    return true;
}

void BoxEditor::change(std::vector<Rectangle> boxes) {
    if (boxes == boxes_)
        return;
    boxes_ = std::move(boxes);
    retranslate();
    update();
    Q_EMIT boxesEdited(boxes_);
}

void BoxEditor::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void BoxEditor::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void BoxEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// Screen readers are told where the box is.
void BoxEditor::retranslate() {
    setAccessibleName(kind_ == Kind::Spots ? tr("Spots on the query photo") : tr("Box on the query photo"));
    if (boxes_.empty()) {
        setAccessibleDescription(kind_ == Kind::Spots ? tr("No spots. Enter puts one in the middle.")
                                                      : tr("No box. Enter puts one in the middle."));
        return;
    }
    const Rectangle& box = boxes_[chosen_.value_or(0)];
    const auto percent = [](double share) { return std::lround(share * 100); };
    setAccessibleDescription(tr("%1 %, %2 % from the top left corner, %3 × %4 %")
                                 .arg(percent(box.x))
                                 .arg(percent(box.y))
                                 .arg(percent(box.width))
                                 .arg(percent(box.height)));
}

} // namespace likeness::ui
