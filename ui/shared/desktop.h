// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace likeness::ui {

/// Opens the file manager with the file selected, or its folder where the file manager can't select.
void showInFileManager(const std::filesystem::path& file);
/// Lets the user choose a program through the desktop portal; where there is none, opens the usual one.
void openWith(const std::filesystem::path& file);
void copyPath(const std::filesystem::path& file);

/// A message outside the window (Desktop Notifications Specification); none where the desktop shows none.
void notifyDesktop(const QString& title, const QString& text);

/// Labelled photos that come with the program; empty where they were not installed.
std::filesystem::path samplesFolder();

} // namespace likeness::ui
