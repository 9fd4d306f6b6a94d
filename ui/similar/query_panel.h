// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/elided_label.h"
#include "ui/shared/photo_view.h"
#include "ui/similar/box_editor.h"
#include "ui/similar/query_tools.h"
#include "ui/similar/similar_presenter.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace likeness::ui {

/// The photo that is searched by, large, with the tools that say what of it, its boxes, its name and facts,
/// and the way through earlier queries.
class QueryPanel : public QWidget {
    Q_OBJECT

public:
    QueryPanel(SimilarPresenter& presenter, PreviewLoader& previews, QWidget* parent = nullptr);

    QueryTools& tools() { return *tools_; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut(PreviewLoader& previews);
    void makeParts();
    void connectParts();
    void showQuery();
    void showState();
    void showFacts(const Preview& preview);
    QString boxText() const;
    QString hintText() const;
    void retranslate();
    void fitPhoto();

    SimilarPresenter& presenter_;
    QToolButton* back_;
    QToolButton* forward_;
    QLabel* title_;
    QueryTools* tools_;
    PhotoView* photo_;
    BoxEditor* editor_;
    ElidedLabel* name_;
    QLabel* dimensions_;
    ElidedLabel* place_;
    QWidget* boxBar_; // seen with the tools that search by boxes
    QLabel* boxText_;
    QToolButton* clear_;
    QWidget* fusion_; // seen with Fused
    QLabel* hint_;
    QSize shape_;
};

} // namespace likeness::ui
