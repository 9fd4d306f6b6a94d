// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/desk.h"

#include "core/library/database.h"
#include "core/library/library_care.h"
#include "ui/shared/formats.h"

#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>

#include <utility>

namespace likeness::ui {
namespace {

/// No window is open for a moment; the program goes on.
class WithoutWindows {
public:
    WithoutWindows() : quits_(QGuiApplication::quitOnLastWindowClosed()) {
        QGuiApplication::setQuitOnLastWindowClosed(false);
    }
    ~WithoutWindows() { QGuiApplication::setQuitOnLastWindowClosed(quits_); }
    WithoutWindows(const WithoutWindows&) = delete;
    WithoutWindows& operator=(const WithoutWindows&) = delete;
    WithoutWindows(WithoutWindows&&) = delete;
    WithoutWindows& operator=(WithoutWindows&&) = delete;

private:
    bool quits_;
};

} // namespace

Desk::Desk(Parts parts, QObject* parent) : QObject(parent), parts_(parts) {}

/// The window goes first: it uses the session.
Desk::~Desk() {
    window_.reset();
    session_.reset();
}

void Desk::open(const std::filesystem::path& library) {
    const WithoutWindows open;
    if (window_)
        window_->close(); // remembers its state
    window_.reset();
    session_ = std::make_unique<LibrarySession>(
        LibrarySession::Options{library, parts_.settings.engine(), parts_.settings.threads()});
    window_ = std::make_unique<MainWindow>(
        MainWindow::Parts{*session_, parts_.settings, parts_.theme, parts_.language});
    // Queued: the window that asks is gone when another one is there.
    connect(window_.get(), &MainWindow::libraryWanted, this, &Desk::open, Qt::QueuedConnection);
    connect(window_.get(), &MainWindow::restoreWanted, this, &Desk::restore, Qt::QueuedConnection);
    connect(window_.get(), &MainWindow::moveWanted, this, &Desk::move, Qt::QueuedConnection);
    // Not what turned out to be no library: the next start would open it again.
    connect(session_.get(), &LibrarySession::becameSearchable, this,
            [this, library] { parts_.settings.addRecentLibrary(library); });
    window_->show();
}

void Desk::take(const QStringList& paths) {
    Handed handed;
    std::filesystem::path library = session_ ? session_->libraryFile() : std::filesystem::path();
    for (const QString& path : paths) {
        const QFileInfo place(path);
        if (place.isDir())
            handed.folders.push_back(toPath(place.absoluteFilePath()));
        else if (place.suffix() == QStringLiteral("likeness"))
            library = toPath(place.absoluteFilePath());
        else
            handed.files.push_back(toPath(place.absoluteFilePath()));
    }
    if (!session_ || library != session_->libraryFile())
        open(library.empty() ? defaultLibraryFile() : library);
    window_->take(handed);
    window_->setWindowState(window_->windowState() & ~Qt::WindowMinimized);
    window_->raise();
    window_->activateWindow();
}

void Desk::betweenWindows(
    const std::function<Result<std::filesystem::path>(const std::filesystem::path&)>& act) {
    const WithoutWindows closed;
    const std::filesystem::path library = session_->libraryFile();
    window_->close();
    window_.reset();
    session_.reset();
    const auto next = act(library);
    open(next ? *next : library);
    if (!next)
        window_->tell(next.error());
}

void Desk::restore(const std::filesystem::path& backup) {
    betweenWindows([&backup](const std::filesystem::path& library) -> Result<std::filesystem::path> {
        const auto restored = restoreLibrary(library, backup, QDateTime::currentSecsSinceEpoch());
        return restored ? Result<std::filesystem::path>(library) : restored.error();
    });
}

void Desk::move(const std::filesystem::path& target) {
    betweenWindows([&target](const std::filesystem::path& library) -> Result<std::filesystem::path> {
        const auto moved = moveLibrary(library, target);
        return moved ? Result<std::filesystem::path>(target) : moved.error();
    });
}

} // namespace likeness::ui
