// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/photo_arrangement.h"
#include "ui/shared/photo_model.h"
#include "ui/shared/worker_thread.h"

#include <QObject>

namespace likeness::ui {

/// Decides which photos the Photos workspace shows and in which order. Asking the library and sorting happen
/// on a thread of its own; the newest wish wins.
class PhotosPresenter : public QObject {
    Q_OBJECT

public:
    PhotosPresenter(LibrarySession& session, PhotoSort sort, bool isGrouped, QObject* parent = nullptr);

    PhotoListModel& photos() { return photos_; }
    const PhotoArrangement& arrangement() const { return arrangement_; }
    void setScope(const PhotoScope& scope);
    void setFilter(const QString& text);
    void setSort(PhotoSort sort);
    void setGrouped(bool isGrouped);
    void setCriteria(const PhotoCriteria& criteria);
    /// Headings over the rows of photos(), where they are grouped.
    const std::vector<GridSection>& sections() const { return sections_; }
    /// Tags, stars or labels of photos are others than before.
    void followRemarks();
    /// Headings are texts.
    void retranslate() { arrangeSoon(); }
    /// Has photos from this row on indexed before others.
    void lookAt(int firstRow);

Q_SIGNALS:
    /// The list shows what was last asked for.
    void arranged();
    void failed(const likeness::Error& error);

private:
    void arrangeSoon();
    void take(const SnapshotPtr& snapshot, Result<ArrangedPhotos> arranged);

    LibrarySession& session_;
    PhotoListModel photos_;
    PhotoArrangement arrangement_;
    std::vector<GridSection> sections_;
    std::uint64_t newest_ = 0;
    WorkerThread thread_;
};

} // namespace likeness::ui
