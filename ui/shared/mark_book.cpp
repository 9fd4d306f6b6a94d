// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/mark_book.h"

#include <utility>

namespace likeness::ui {

MarkBook::MarkBook(LibrarySession& session, QObject* parent)
    : QObject(parent), worker_(QStringLiteral("marks"), session.libraryFile()) {
    connect(&session, &LibrarySession::loaded, this, &MarkBook::reload);
}

void MarkBook::reload() {
    using Marks = std::unordered_map<PhotoId, PhotoMarks>;
    worker_.with(
        OpenMode::ReadOnly, [](const Database& database) { return MarkRepository(database).all(); },
        [this, before = changes_](const Result<Marks>& marks) {
            if (!marks) {
                Q_EMIT failed(marks.error());
            } else if (before != changes_) {
                reload();
            } else {
                marks_ = *marks;
                Q_EMIT changed();
            }
        });
}

PhotoMarks MarkBook::of(PhotoId photo) const {
    const auto found = marks_.find(photo);
    return found == marks_.end() ? PhotoMarks() : found->second;
}

void MarkBook::setRating(int stars, const std::vector<PhotoId>& photos) {
    change(
        photos, [stars](PhotoMarks& marks) { marks.rating = stars; },
        [stars, photos](const MarkRepository& repository) { return repository.setRating(stars, photos); });
}

void MarkBook::setLabel(ColourLabel label, const std::vector<PhotoId>& photos) {
    change(
        photos, [label](PhotoMarks& marks) { marks.label = label; },
        [label, photos](const MarkRepository& repository) { return repository.setLabel(label, photos); });
}

void MarkBook::change(const std::vector<PhotoId>& photos, const std::function<void(PhotoMarks&)>& set,
                      std::function<Result<void>(const MarkRepository&)> write) {
    if (photos.empty())
        return;
    ++changes_;
    for (const PhotoId photo : photos)
        set(marks_[photo]);
    Q_EMIT changed();
    worker_.with(
        OpenMode::Write,
        [write = std::move(write)](const Database& database) { return write(MarkRepository(database)); },
        [this](const Result<void>& outcome) {
            if (outcome) {
                Q_EMIT stored();
                return;
            }
            reload();
            Q_EMIT failed(outcome.error());
        });
}

} // namespace likeness::ui
