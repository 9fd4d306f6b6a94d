// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/folder_watch.h"

#include "core/image/photo_formats.h"
#include "ui/shared/formats.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>
#include <chrono>

namespace likeness::ui {
namespace {

using namespace std::chrono_literals;

/// What a scan would see of a folder's own entries.
QStringList photosAndFolders(const QString& folder) {
    QStringList names;
    for (const QFileInfo& entry : QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
        if (entry.isDir() || fileKindBySuffix(toPath(entry.fileName())) != FileKind::Other)
            names.append(entry.fileName());
    return names;
}

/// The folder itself, or the nearest one above it that is there.
QString standing(QString folder) {
    while (!QFileInfo::exists(folder) && folder.contains(QLatin1Char('/')) && folder.size() > 1)
        folder = folder.left(std::max<qsizetype>(1, folder.lastIndexOf(QLatin1Char('/'))));
    return folder;
}

} // namespace

FolderWatch::FolderWatch(LibrarySession& session, bool isOn, QObject* parent)
    : QObject(parent),
      session_(session),
      isOn_(isOn),
      libraryFolder_(toQString(session.libraryFile().parent_path())),
      thread_(std::make_unique<WorkerThread>(QStringLiteral("folder watch"))) {
    settling_.setSingleShot(true);
    settling_.setInterval(2s);
    drives_.setInterval(5s);
    fallback_.setInterval(10min);
    connect(&settling_, &QTimer::timeout, this, &FolderWatch::lookAtChanged);
    connect(&drives_, &QTimer::timeout, this, &FolderWatch::askForDrives);
    connect(&fallback_, &QTimer::timeout, this, [this] {
        if (!isComplete_ && !session_.isIndexing())
            session_.index({});
    });
    connect(&session_, &LibrarySession::becameSearchable, this, &FolderWatch::start);
    connect(&session_, &LibrarySession::snapshotChanged, this, &FolderWatch::follow);
}

/// The watcher goes where it lives.
FolderWatch::~FolderWatch() {
    thread_->post([this] { watcher_.reset(); });
    thread_->finish();
}

void FolderWatch::setOn(bool isOn) {
    if (isOn_ == isOn)
        return;
    isOn_ = isOn;
    roots_.clear();
    thread_->post([this] { watcher_.reset(); });
    if (isOn)
        start();
    follow();
}

/// What happened while the program was closed.
void FolderWatch::start() {
    // A library that can only be read is searched as it is.
    const bool isWritable = QFileInfo(toQString(session_.libraryFile())).isWritable();
    if (!isOn_ || hasStarted_ || !isWritable || !session_.snapshot()->hasRoots())
        return;
    hasStarted_ = true;
    if (!session_.isIndexing())
        session_.index({});
}

void FolderWatch::follow() {
    for (QTimer* timer : {&drives_, &fallback_})
        if (isOn_ != timer->isActive())
            isOn_ ? timer->start() : timer->stop();
    QStringList roots;
    for (const FolderNode& folder : session_.snapshot()->folders())
        if (folder.parent < 0 && !folder.isAway)
            roots.append(toQString(folder.path));
    if (!isOn_ || roots == roots_)
        return;
    roots_ = roots;
    thread_->post([this, roots] { watchBelow(roots); });
}

void FolderWatch::watchBelow(const QStringList& folders) {
    if (!watcher_) {
        watcher_ = std::make_unique<QFileSystemWatcher>();
        connect(watcher_.get(), &QFileSystemWatcher::directoryChanged, watcher_.get(),
                [this](const QString& folder) { hear(folder); });
        libraryFolderNames_ = photosAndFolders(libraryFolder_);
    }
    QStringList found = folders;
    for (const QString& folder : folders)
        for (QDirIterator below(folder, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                                QDirIterator::Subdirectories);
             below.hasNext();)
            found.append(below.next());
    const QStringList known = watcher_->directories();
    const QSet<QString> watched(known.begin(), known.end());
    found.removeIf([&](const QString& folder) { return watched.contains(folder); });
    if (found.isEmpty())
        return;
    const bool complete = watcher_->addPaths(found).isEmpty();
    QMetaObject::invokeMethod(this, [this, complete] { isComplete_ = isComplete_ && complete; });
}

void FolderWatch::hear(const QString& folder) {
    if (folder == libraryFolder_) {
        const QStringList names = photosAndFolders(folder);
        if (names == libraryFolderNames_)
            return;
        libraryFolderNames_ = names;
    }
    if (QFileInfo::exists(folder))
        watchBelow({folder});
    QMetaObject::invokeMethod(this, [this, folder] { noteChange(folder); });
}

void FolderWatch::noteChange(const QString& folder) {
    if (!isOn_)
        return;
    changed_.insert(folder);
    settling_.start();
}

void FolderWatch::lookAtChanged() {
    if (session_.isIndexing()) {
        settling_.start();
        return;
    }
    std::vector<std::filesystem::path> folders;
    for (const QString& folder : std::exchange(changed_, {}))
        folders.push_back(toPath(standing(folder)));
    // What is gone up to above a root is for drives to tell.
    std::erase_if(folders, [this](const std::filesystem::path& folder) {
        const QString name = toQString(folder);
        return std::ranges::none_of(roots_, [&](const QString& root) {
            return name == root || name.startsWith(root + QLatin1Char('/'));
        });
    });
    if (!folders.empty())
        session_.index(std::move(folders));
}

void FolderWatch::askForDrives() {
    std::vector<std::filesystem::path> roots;
    for (const FolderNode& folder : session_.snapshot()->folders())
        if (folder.parent < 0)
            roots.emplace_back(folder.path);
    thread_->post([this, roots = std::move(roots)]() mutable {
        std::erase_if(roots, [](const std::filesystem::path& root) {
            std::error_code reason;
            return std::filesystem::exists(root, reason);
        });
        QMetaObject::invokeMethod(this, [this, away = std::move(roots)] { takeDrives(away); });
    });
}

void FolderWatch::takeDrives(const std::vector<std::filesystem::path>& away) {
    std::vector<std::filesystem::path> back;
    bool isOther = false;
    for (const FolderNode& folder : session_.snapshot()->folders()) {
        if (folder.parent >= 0)
            continue;
        const bool isAway = std::ranges::find(away, std::filesystem::path(folder.path)) != away.end();
        isOther = isOther || isAway != folder.isAway;
        if (folder.isAway && !isAway)
            back.emplace_back(folder.path);
    }
    if (isOther)
        session_.readPhotosAnew();
    if (!back.empty())
        session_.index(std::move(back));
}

} // namespace likeness::ui
