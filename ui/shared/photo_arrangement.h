// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_snapshot.h"

#include <QCollator>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace likeness::ui {

enum class PhotoSort { Name, Newest, Oldest, Folder };

/// Which part of the library is looked at.
struct PhotoScope {
    enum class Kind { All, Folder, Missing } kind = Kind::All;
    std::string folder; // absolute path, for Kind::Folder; what lies below belongs to it
    bool operator==(const PhotoScope&) const = default;
};

struct PhotoArrangement {
    PhotoScope scope;
    QString filter; // words that must all be in the name, folder or camera
    PhotoSort sort = PhotoSort::Folder;
};

/// The text filter: every word of it must be found, upper and lower case alike.
class TextFilter {
public:
    explicit TextFilter(const QString& text);
    bool isEmpty() const { return words_.isEmpty(); }
    bool accepts(const LibrarySnapshot& snapshot, const PhotoRow& photo) const;

private:
    QStringList words_;
};

/// Orders names as people count: "img 9" before "IMG 10".
QCollator nameCollator();

/// Indices into snapshot.photos() of what is to be shown, in order. Takes a while for large libraries, so it
/// runs on a worker thread.
std::vector<std::uint32_t> arrange(const LibrarySnapshot& snapshot, const PhotoArrangement& arrangement);

} // namespace likeness::ui
