// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/photos/photos_presenter.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace likeness::ui {

PhotosPresenter::PhotosPresenter(LibrarySession& session, PhotoSort sort, QObject* parent)
    : QObject(parent), session_(session), thread_(QStringLiteral("arrangement")) {
    arrangement_.sort = sort;
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
    thread_.post([this, number, snapshot = session_.snapshot(), arrangement = arrangement_] {
        auto rows = arrange(*snapshot, arrangement);
        QMetaObject::invokeMethod(this, [this, number, snapshot, rows = std::move(rows)]() mutable {
            if (number != newest_)
                return;
            photos_.show(snapshot, std::move(rows));
            Q_EMIT arranged();
        });
    });
}

} // namespace likeness::ui
