// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/segment_button.h"

#include "core/search/search_request.h"

#include <QAction>
#include <QActionGroup>
#include <QFrame>

#include <array>

namespace likeness::ui {

/// The tools Whole, Region, Part and Fused: one is chosen. Their actions have the keys 1 to 4 wherever they
/// are added to.
class QueryTools : public QFrame {
    Q_OBJECT

public:
    explicit QueryTools(QWidget* parent = nullptr);

    QList<QAction*> toolActions() const { return group_->actions(); }
    void setTool(SearchMode tool);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void toolChosen(likeness::SearchMode tool);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    int widthBesideIcons() const;

    QActionGroup* group_;
    std::array<SegmentButton*, 4> buttons_{};
};

} // namespace likeness::ui
