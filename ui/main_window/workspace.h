// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_model.h"
#include "ui/shared/thumbnail_grid.h"

#include <QWidget>

namespace likeness::ui {

/// One tab of the window. The window knows its workspaces only by this interface; a new one is added in
/// MainWindow::makeWorkspaces.
class Workspace : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    /// Of the manual; see HelpWindow.
    virtual QString chapter() const = 0;
    virtual void setFilter(const QString& text) = 0;
    /// The grid that zoom, keys and the inspector are about, and what it shows.
    virtual ThumbnailGrid& grid() = 0;
    virtual PhotoModel& photos() = 0;
    /// Of the tags that the library has, to be offered where tags are typed in.
    virtual void setTagNames(const QStringList&) {}
    /// Asks what makes that photo of the workspace like its query; LibrarySession::explained answers.
    virtual void explain(PhotoId) {}
    /// Whether the usual key for undo takes something back that was done in the workspace.
    virtual bool canUndo() const { return false; }
    /// The size that the user wants for thumbnails.
    virtual void setTileWidth(int width) { grid().setTileWidth(width); }

    QModelIndex current() { return grid().currentIndex(); }
    /// Where the keyboard is wanted when the workspace comes up.
    virtual void takeFocus() { grid().setFocus(); }
};

} // namespace likeness::ui
