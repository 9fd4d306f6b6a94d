// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/actions.h"

#include <QMenu>

#include <filesystem>

namespace likeness::ui {

/// What can be done with libraries: another one, and care for this one. Lists of recent libraries and of
/// backups are made when they are opened.
class LibraryMenu : public QMenu {
    Q_OBJECT

public:
    explicit LibraryMenu(const Actions& actions, QWidget* parent = nullptr);

    using Files = std::vector<std::filesystem::path>;
    /// Whom to ask for them.
    void setSources(std::function<Files()> recent, std::filesystem::path library);

Q_SIGNALS:
    void libraryChosen(const std::filesystem::path& file);
    void backupChosen(const std::filesystem::path& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    void listRecent();
    void listBackups();
    void retranslate();

    QMenu* recent_;
    QMenu* backups_;
    std::function<Files()> recentOf_;
    std::filesystem::path library_;
};

} // namespace likeness::ui
