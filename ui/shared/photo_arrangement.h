// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/grid_section.h"
#include "ui/shared/library_snapshot.h"
#include "ui/shared/photo_criteria.h"

#include <QCollator>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace likeness::ui {

enum class PhotoSort { Name, Newest, Oldest, Folder };

/// Which part of the library is looked at.
struct PhotoScope {
    enum class Kind { All, Folder, Tag, Missing } kind = Kind::All;
    std::string folder; // absolute path, for Kind::Folder; what lies below belongs to it
    std::string tag;    // for Kind::Tag; tags below it belong to it
    bool operator==(const PhotoScope&) const = default;
};

struct PhotoArrangement {
    PhotoScope scope;
    QString filter; // terms; see PhotoFilter::text
    PhotoSort sort = PhotoSort::Folder;
    bool isGrouped = false; // by folder or month, as they are sorted
    PhotoCriteria criteria{};
};

/// What the library is asked for; nothing that it has to be asked for where this lets all pass.
PhotoFilter filterOf(const PhotoArrangement& arrangement);

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

struct ArrangedPhotos {
    std::vector<std::uint32_t> rows; // indices into LibrarySnapshot::photos()
    std::vector<GridSection> sections;
};

/// What is to be shown, in order. `among`: the only photos that are looked at, by id; nothing: all. Takes a
/// while for large libraries, so it runs on a worker thread.
ArrangedPhotos arrange(const LibrarySnapshot& snapshot, const PhotoArrangement& arrangement,
                       const std::optional<std::vector<PhotoId>>& among = std::nullopt);

} // namespace likeness::ui
