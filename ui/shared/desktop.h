// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace likeness::ui {

/// Opens the file manager with the file selected, or its folder where the file manager can't select.
void showInFileManager(const std::filesystem::path& file);
void copyPath(const std::filesystem::path& file);

/// Labelled photos that come with the program; empty where they were not installed.
std::filesystem::path samplesFolder();

} // namespace likeness::ui
