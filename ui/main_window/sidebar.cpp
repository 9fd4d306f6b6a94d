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

/// What can be done with a folder, or with all missing photos.
void Sidebar::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    const SidebarTarget target = SidebarModel::target(index);
    if (target.kind == SidebarTarget::Kind::Saved) {
        auto* own = new QMenu(this);
        own->setObjectName(QStringLiteral("sidebarMenu"));
        own->setAttribute(Qt::WA_DeleteOnClose);
        connect(own->addAction(tr("Forget this query")), &QAction::triggered, this,
                [this, name = target.saved] { Q_EMIT savedQueryUnwanted(name); });
        own->popup(event->globalPos());
        return;
    }
    const PhotoScope::Kind kind = target.scope.kind;
    if (target.kind != SidebarTarget::Kind::Scope || kind == PhotoScope::Kind::All ||
        kind == PhotoScope::Kind::Tag)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("sidebarMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Look for changes")), &QAction::triggered, this, &Sidebar::rescanWanted);
    if (kind == PhotoScope::Kind::Missing) {
        connect(menu->addAction(tr("Look for them in a folder…")), &QAction::triggered, this,
                &Sidebar::relinkingWanted);
        connect(menu->addAction(tr("Remove all missing photos from the library…")), &QAction::triggered, this,
                &Sidebar::missingRemovalWanted);
    } else if (!index.parent().isValid()) {
        connect(menu->addAction(tr("Remove this folder from the library…")), &QAction::triggered, this,
                [this, folder = std::filesystem::path(target.scope.folder)] {
                    Q_EMIT folderRemovalWanted(folder);
                });
    }
    menu->popup(event->globalPos());
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
