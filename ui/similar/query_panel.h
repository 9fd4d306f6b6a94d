// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/elided_label.h"
#include "ui/shared/photo_view.h"
#include "ui/similar/similar_presenter.h"

#include <QFormLayout>
#include <QLabel>
#include <QToolButton>

namespace likeness::ui {

/// The photo that is searched by, large, with its name and facts, and the way through earlier queries.
class QueryPanel : public QWidget {
    Q_OBJECT

public:
    QueryPanel(SimilarPresenter& presenter, PreviewLoader& previews, QWidget* parent = nullptr);

    PhotoView& photo() { return *photo_; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showQuery();
    void showFacts(const Preview& preview);
    void retranslate();
    void fitPhoto();

    SimilarPresenter& presenter_;
    QToolButton* back_;
    QToolButton* forward_;
    QLabel* title_;
    PhotoView* photo_;
    ElidedLabel* name_;
    QLabel* dimensions_;
    ElidedLabel* place_;
    QLabel* hint_;
    QSize shape_;
};

} // namespace likeness::ui
