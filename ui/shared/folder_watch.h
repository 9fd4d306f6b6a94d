// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/worker_thread.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

namespace likeness::ui {

/// Has the library's folders looked at when something changed in them: hears of it from the system (inotify),
/// and where the system can't watch them all, looks each few minutes. Looks at all of them once at the start,
/// and follows drives that come and go. The disk, which may be slow, is asked on a thread of its own. Main
/// thread.
class FolderWatch : public QObject {
    Q_OBJECT

public:
    FolderWatch(LibrarySession& session, bool isOn, QObject* parent = nullptr);
    ~FolderWatch() override;

    void setOn(bool isOn);

private:
    void start();
    void follow();
    void noteChange(const QString& folder);
    void lookAtChanged();
    void askForDrives();
    void takeDrives(const std::vector<std::filesystem::path>& away);
    // On the thread:
    void watchBelow(const QStringList& folders);
    void hear(const QString& folder);

    LibrarySession& session_;
    bool isOn_;
    bool hasStarted_ = false;
    bool isComplete_ = true; // the system watches all folders
    QStringList roots_;
    QSet<QString> changed_;
    QTimer settling_; // many files change together
    QTimer drives_;
    QTimer fallback_;
    const QString libraryFolder_;                 // the library writes there itself
    QStringList libraryFolderNames_;              // on the thread
    std::unique_ptr<QFileSystemWatcher> watcher_; // on the thread
    std::unique_ptr<WorkerThread> thread_;
};

} // namespace likeness::ui
