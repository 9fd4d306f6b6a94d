// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/photos/photos_presenter.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace likeness::ui {

namespace {

/// Where all photos are meant, the library needn't be asked.
Result<ArrangedPhotos> arrangeFrom(const std::filesystem::path& library, const LibrarySnapshot& snapshot,
                                   const PhotoArrangement& arrangement) {
    const PhotoFilter filter = filterOf(arrangement);
    if (filter.letsAllPass())
        return arrange(snapshot, arrangement);
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    auto photos = photosMeant(*database, filter);
    if (!photos)
        return photos.error();
    return arrange(snapshot, arrangement, *std::move(photos));
}

} // namespace

PhotosPresenter::PhotosPresenter(LibrarySession& session, PhotoSort sort, bool isGrouped, QObject* parent)
    : QObject(parent), session_(session), thread_(QStringLiteral("arrangement")) {
    arrangement_.sort = sort;
    arrangement_.isGrouped = isGrouped;
    connect(&session, &LibrarySession::snapshotChanged, this, &PhotosPresenter::arrangeSoon);
    arrangeSoon();
}

void PhotosPresenter::setScope(const PhotoScope& scope) {
    if (arrangement_.scope == scope)
        return;
    arrangement_.scope = scope;
    arrangeSoon();
}

void PhotosPresenter::setFilter(const QString& text) {
    if (arrangement_.filter == text)
        return;
    arrangement_.filter = text;
    arrangeSoon();
}

void PhotosPresenter::setSort(PhotoSort sort) {
    if (arrangement_.sort == sort)
        return;
    arrangement_.sort = sort;
    arrangeSoon();
}

void PhotosPresenter::setGrouped(bool isGrouped) {
    if (arrangement_.isGrouped == isGrouped)
        return;
    arrangement_.isGrouped = isGrouped;
    arrangeSoon();
}

void PhotosPresenter::setCriteria(const PhotoCriteria& criteria) {
    if (arrangement_.criteria == criteria)
        return;
    arrangement_.criteria = criteria;
    arrangeSoon();
}

void PhotosPresenter::followRemarks() {
    if (!filterOf(arrangement_).letsAllPass())
        arrangeSoon();
}

void PhotosPresenter::lookAt(int firstRow) {
    constexpr int most = 1000;
    std::vector<PhotoId> photos;
    const int end = std::min(photos_.rowCount(), firstRow + most);
    for (int row = firstRow; row < end; ++row)
        if (const PhotoRow* const photo = photos_.photo(photos_.index(row));
            photo != nullptr && photo->state == PhotoState::Pending)
            photos.push_back(photo->id);
    session_.putFirst(std::move(photos));
}

void PhotosPresenter::arrangeSoon() {
    const std::uint64_t number = ++newest_;
    thread_.post([this, number, library = session_.libraryFile(), snapshot = session_.snapshot(),
                  arrangement = arrangement_] {
        auto arranged = arrangeFrom(library, *snapshot, arrangement);
        QMetaObject::invokeMethod(this, [this, number, snapshot, arranged = std::move(arranged)]() mutable {
            if (number == newest_)
                take(snapshot, std::move(arranged));
        });
    });
}

void PhotosPresenter::take(const SnapshotPtr& snapshot, Result<ArrangedPhotos> arranged) {
    if (!arranged) {
        Q_EMIT failed(arranged.error());
        return;
    }
    sections_ = std::move(arranged->sections);
    photos_.show(snapshot, std::move(arranged->rows));
    Q_EMIT this->arranged();
}

} // namespace likeness::ui
