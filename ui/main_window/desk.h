// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/main_window.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>

namespace likeness::ui {

/// The library that is open, with its window; another library gets a window of its own in the place of the
/// former one. What needs the library file for itself (restoring, moving) happens between two windows.
class Desk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Settings& settings; // all outlive the desk
        Theme& theme;
        Language& language;
    };

    explicit Desk(Parts parts, QObject* parent = nullptr);
    ~Desk() override;

    /// A library that isn't there is made.
    void open(const std::filesystem::path& library);
    /// What a start of the program is asked to open: folders are added, the first photo is searched by, a
    /// library takes the place of the open one. The window comes to the front.
    void take(const QStringList& paths);
    /// Of the open library; there is one after open().
    MainWindow& window() { return *window_; }
    LibrarySession& session() { return *session_; }

    /// What the window asks for; of the open library.
    void restore(const std::filesystem::path& backup);
    void move(const std::filesystem::path& target);

private:
    /// Closes the library, does something with its file and opens the one that `act` tells.
    void
    betweenWindows(const std::function<Result<std::filesystem::path>(const std::filesystem::path&)>& act);

    Parts parts_;
    std::unique_ptr<LibrarySession> session_;
    std::unique_ptr<MainWindow> window_;
};

} // namespace likeness::ui
