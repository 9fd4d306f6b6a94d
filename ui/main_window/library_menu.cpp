// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/library_menu.h"

#include "core/library/library_care.h"
#include "ui/shared/formats.h"

#include <QEvent>

namespace likeness::ui {

LibraryMenu::LibraryMenu(const Actions& actions, QWidget* parent)
    : QMenu(parent), recent_(new QMenu(this)), backups_(new QMenu(this)) {
    setObjectName(QStringLiteral("libraryMenu"));
    recent_->setObjectName(QStringLiteral("recentLibraries"));
    backups_->setObjectName(QStringLiteral("libraryBackups"));
    addActions({actions.newLibrary, actions.openLibrary});
    addMenu(recent_);
    addAction(actions.closeLibrary);
    addSeparator();
    addActions({actions.checkLibrary, actions.backUpLibrary});
    addMenu(backups_);
    addAction(actions.moveLibrary);
    addSeparator();
    addActions({actions.leaveOut, actions.exportRemarks, actions.importRemarks});
    connect(recent_, &QMenu::aboutToShow, this, &LibraryMenu::listRecent);
    connect(backups_, &QMenu::aboutToShow, this, &LibraryMenu::listBackups);
    retranslate();
}

void LibraryMenu::setSources(std::function<Files()> recent, std::filesystem::path library) {
    recentOf_ = std::move(recent);
    library_ = std::move(library);
}

void LibraryMenu::listRecent() {
    recent_->clear();
    for (const auto& file : recentOf_()) {
        if (file == library_)
            continue;
        QAction* action = recent_->addAction(pathName(file.stem()));
        action->setToolTip(toQString(file));
        connect(action, &QAction::triggered, this, [this, file] { Q_EMIT libraryChosen(file); });
    }
    if (recent_->isEmpty())
        recent_->addAction(tr("No other library was opened yet"))->setEnabled(false);
    recent_->setToolTipsVisible(true);
}

void LibraryMenu::listBackups() {
    backups_->clear();
    for (const LibraryBackup& backup : backupsOf(library_)) {
        QAction* action = backups_->addAction(tr("%1 UTC, %2")
                                                  .arg(QString::fromStdString(backup.madeAt),
                                                       sizeText(static_cast<std::int64_t>(backup.bytes))));
        connect(action, &QAction::triggered, this, [this, file = backup.file] { Q_EMIT backupChosen(file); });
    }
    if (backups_->isEmpty())
        backups_->addAction(tr("There is no backup yet"))->setEnabled(false);
}

void LibraryMenu::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void LibraryMenu::retranslate() {
    setTitle(tr("Library"));
    recent_->setTitle(tr("Recent libraries"));
    backups_->setTitle(tr("Restore a backup"));
}

} // namespace likeness::ui
