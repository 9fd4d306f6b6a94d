// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMimeData>

#include <filesystem>
#include <vector>

namespace likeness::ui {

/// What another program dropped or put on the clipboard, as far as Likeness can use it.
struct Handed {
    std::vector<std::filesystem::path> folders;
    std::vector<std::filesystem::path> files;
    QImage image; // only where there are no files
    bool isEmpty() const { return folders.empty() && files.empty() && image.isNull(); }
};

/// Whether readHanded() may find something; doesn't touch files or pixels.
bool mayHold(const QMimeData& data);
Handed readHanded(const QMimeData& data);

} // namespace likeness::ui
