// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/sidebar_model.h"

#include <QMenu>
#include <QSet>
#include <QTreeView>

#include <functional>

namespace likeness::ui {

/// Ways into the library: all photos, folders, tags, recent queries, missing photos, problems.
class Sidebar : public QTreeView {
    Q_OBJECT

public:
    explicit Sidebar(QWidget* parent = nullptr);

    void show(const LibrarySnapshot& snapshot, const SidebarModel::Extras& extras);
    using QTreeView::show;
    /// Marks the entry of SidebarModel::KeyRole as the one shown, without following it.
    void mark(const QString& key);

Q_SIGNALS:
    void targetChosen(const likeness::ui::SidebarTarget& target);
    void rescanWanted();
    void folderRemovalWanted(const std::filesystem::path& folder);
    void missingRemovalWanted();
    /// Missing photos are to be looked for in a folder.
    void relinkingWanted();
    void savedQueryUnwanted(const QString& name);
    void tagRenamingWanted(const QString& name);
    void tagRemovalWanted(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;

private:
    QAction* action(QMenu& menu, const QString& text, const std::function<void()>& task);
    /// What can be done with an entry; empty where nothing can.
    QList<QAction*> actionsOf(const QModelIndex& index, QMenu& menu);
    QList<QAction*> actionsOfPhotos(const QModelIndex& index, QMenu& menu);
    void restoreState(const QString& currentKey, const QStringList& expandedKeys);
    void unfoldNewRoots();
    QStringList expandedKeys() const;

    SidebarModel model_;
    QSet<QString> knownRoots_; // unfolded once, and then left as the user wants them
};

} // namespace likeness::ui
