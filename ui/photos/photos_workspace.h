// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workspace.h"
#include "ui/photos/choice_button.h"
#include "ui/photos/photos_presenter.h"
#include "ui/shared/empty_view.h"

#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QStackedWidget>

namespace likeness::ui {

/// All photos, or those of a folder, as a grid that is sorted, filtered and zoomed.
class PhotosWorkspace : public Workspace {
    Q_OBJECT

public:
    PhotosWorkspace(PhotosPresenter& presenter, ThumbnailLoader& thumbnails, QWidget* parent = nullptr);

    QString title() const override { return tr("Photos"); }
    QString chapter() const override { return QStringLiteral("photos"); }
    void setFilter(const QString& text) override { presenter_.setFilter(text); }
    ThumbnailGrid& grid() override { return *grid_; }
    PhotoModel& photos() override { return presenter_.photos(); }
    void setTagNames(const QStringList& names) override { choice_->form().setTagNames(names); }

Q_SIGNALS:
    void addFolderRequested();
    void clearFilterRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeToolRow();
    void retranslate();
    void showState();
    void showEmpty();

    PhotosPresenter& presenter_;
    ThumbnailGrid* grid_;
    QStackedWidget* pages_;
    EmptyView* empty_;
    QLabel* place_;
    QLabel* count_;
    ChoiceButton* choice_;
    ChipBar* chips_;
    QToolButton* groups_;
    QLabel* sortLabel_;
    QComboBox* sort_;
    QSlider* zoom_;
};

} // namespace likeness::ui
