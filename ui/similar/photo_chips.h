// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/photo_chip.h"
#include "ui/similar/similar_presenter.h"

#include <QComboBox>
#include <QLabel>

#include <vector>

namespace likeness::ui {

/// The photos that the query is also like, or unlike, in as many rows as they need, and how several become
/// one ranking. Not seen while there are none.
class PhotoChips : public QWidget {
    Q_OBJECT

public:
    PhotoChips(SimilarPresenter& presenter, PreviewLoader& previews, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPhotos();
    void add(PhotoId photo, PhotoChip::Sign sign);
    void place();
    void retranslate();

    SimilarPresenter& presenter_;
    PreviewLoader& previews_;
    std::vector<PhotoId> like_;
    std::vector<PhotoId> unlike_;
    std::vector<PhotoChip*> chips_;
    QWidget* area_;
    QLabel* title_;
    QComboBox* combination_;
};

} // namespace likeness::ui
