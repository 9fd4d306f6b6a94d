// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/sidebar.h"

#include "ui/main_window/sidebar_delegate.h"
#include "ui/shared/theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

namespace likeness::ui {

Sidebar::Sidebar(QWidget* parent) : QTreeView(parent) {
    setObjectName(QStringLiteral("sidebar"));
    setModel(&model_);
    setItemDelegate(new SidebarDelegate(this));
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setIndentation(14);
    setRootIsDecorated(true);
    setExpandsOnDoubleClick(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setUniformRowHeights(false);
    setMinimumWidth(160);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const SidebarTarget target = SidebarModel::target(index);
        if (index.isValid() && target.kind != SidebarTarget::Kind::Heading)
            Q_EMIT targetChosen(target);
    });
    // An entry that is current already still leads somewhere when it is clicked.
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        const SidebarTarget target = SidebarModel::target(index);
        if (target.kind != SidebarTarget::Kind::Heading)
            Q_EMIT targetChosen(target);
    });
}

void Sidebar::show(const LibrarySnapshot& snapshot, const SidebarModel::Extras& extras) {
    const QString current = currentIndex().data(SidebarModel::KeyRole).toString();
    const QStringList expanded = expandedKeys();
    const QSignalBlocker quiet(selectionModel());
    bool rebuilt = false;
    const auto connection = connect(&model_, &QAbstractItemModel::modelReset, this, [&] { rebuilt = true; });
    model_.show(snapshot, extras);
    disconnect(connection);
    if (rebuilt)
        restoreState(current, expanded);
    unfoldNewRoots();
    viewport()->update();
}

void Sidebar::restoreState(const QString& currentKey, const QStringList& expandedKeys) {
    for (const QString& key : expandedKeys)
        setExpanded(model_.indexOf(key), true);
    setCurrentIndex(model_.indexOf(currentKey));
}

void Sidebar::mark(const QString& key) {
    const QSignalBlocker quiet(selectionModel());
    setCurrentIndex(model_.indexOf(key));
    viewport()->update();
}

void Sidebar::unfoldNewRoots() {
    for (int row = 0; row < model_.rowCount(); ++row) {
        const QModelIndex index = model_.index(row, 0);
        const QString key = index.data(SidebarModel::KeyRole).toString();
        if (!model_.hasChildren(index) || knownRoots_.contains(key))
            continue;
        knownRoots_.insert(key);
        expand(index);
    }
}

QStringList Sidebar::expandedKeys() const {
    QStringList keys;
    for (QModelIndex index = model_.index(0, 0); index.isValid(); index = indexBelow(index))
        if (isExpanded(index))
            keys.append(index.data(SidebarModel::KeyRole).toString());
    return keys;
}

void Sidebar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Library"));
    QTreeView::changeEvent(event);
}

void Sidebar::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sidebarMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actionsOf(indexAt(event->pos()), *menu));
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(event->globalPos());
}

QAction* Sidebar::action(QMenu& menu, const QString& text, const std::function<void()>& task) {
    auto* made = new QAction(text, &menu);
    connect(made, &QAction::triggered, this, task);
    return made;
}

QList<QAction*> Sidebar::actionsOf(const QModelIndex& index, QMenu& menu) {
    const SidebarTarget target = SidebarModel::target(index);
    if (target.kind == SidebarTarget::Kind::Saved)
        return {action(menu, tr("Forget this query"),
                       [this, name = target.saved] { Q_EMIT savedQueryUnwanted(name); })};
    if (target.kind != SidebarTarget::Kind::Scope)
        return {};
    if (target.scope.kind == PhotoScope::Kind::Tag) {
        const QString name = QString::fromStdString(target.scope.tag);
        return {action(menu, tr("Rename this tag…"), [this, name] { Q_EMIT tagRenamingWanted(name); }),
                action(menu, tr("Take this tag from all photos…"),
                       [this, name] { Q_EMIT tagRemovalWanted(name); })};
    }
    return actionsOfPhotos(index, menu);
}

/// Of a folder, or of all missing photos.
QList<QAction*> Sidebar::actionsOfPhotos(const QModelIndex& index, QMenu& menu) {
    const PhotoScope scope = SidebarModel::target(index).scope;
    if (scope.kind == PhotoScope::Kind::All)
        return {};
    QList<QAction*> actions{action(menu, tr("Look for changes"), [this] { Q_EMIT rescanWanted(); })};
    if (scope.kind == PhotoScope::Kind::Missing)
        actions << action(menu, tr("Look for them in a folder…"), [this] { Q_EMIT relinkingWanted(); })
                << action(menu, tr("Remove all missing photos from the library…"),
                          [this] { Q_EMIT missingRemovalWanted(); });
    else if (!index.parent().isValid())
        actions << action(
            menu, tr("Remove this folder from the library…"),
            [this, folder = std::filesystem::path(scope.folder)] { Q_EMIT folderRemovalWanted(folder); });
    return actions;
}

void Sidebar::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QTreeView::drawRow(painter, option, index);
    if (hasFocus() && index == currentIndex()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(Theme::colors().accent, 1));
        painter->setBrush(Qt::NoBrush);
        const QRectF row(8.5, option.rect.top() + 1.5, width() - 18, option.rect.height() - 3);
        painter->drawRoundedRect(row, 6, 6);
    }
}

void Sidebar::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const {
    if (!model_.hasChildren(index))
        return;
    const QPointF middle(rect.right() - 4, rect.center().y() + .5);
    QPolygonF arrow;
    if (isExpanded(index))
        arrow << QPointF(-3.5, -1.5) << QPointF(0, 2) << QPointF(3.5, -1.5);
    else
        arrow << QPointF(-1.5, -3.5) << QPointF(2, 0) << QPointF(-1.5, 3.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::colors().muted, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(arrow.translated(middle));
    painter->restore();
}

} // namespace likeness::ui
