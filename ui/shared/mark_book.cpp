// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/mark_book.h"

#include <utility>

namespace likeness::ui {

MarkBook::MarkBook(LibrarySession& session, QObject* parent)
    : QObject(parent), worker_(QStringLiteral("marks"), session.libraryFile()) {
    connect(&session, &LibrarySession::loaded, this, &MarkBook::reload);
}

void MarkBook::reload() {
    using AllMarks = std::unordered_map<PhotoId, PhotoMarks>;
    worker_.with(
        OpenMode::ReadOnly, [](const Database& database) { return MarkRepository(database).all(); },
        [this, before = changes_](const Result<AllMarks>& marks) {
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
    change(photos, [stars](PhotoMarks& marks) { marks.rating = stars; });
}

void MarkBook::setLabel(ColourLabel label, const std::vector<PhotoId>& photos) {
    change(photos, [label](PhotoMarks& marks) { marks.label = label; });
}

void MarkBook::change(const std::vector<PhotoId>& photos, const std::function<void(PhotoMarks&)>& set) {
    Marks after;
    for (const PhotoId photo : photos) {
        PhotoMarks marks = of(photo);
        set(marks);
        if (marks != of(photo))
            after.emplace_back(photo, marks);
    }
    this->set(after, RemarkOrigin::User);
}

void MarkBook::set(const Marks& marks, RemarkOrigin origin) {
    if (marks.empty())
        return;
    ++changes_;
    Marks before;
    for (const auto& [photo, mark] : marks) {
        before.emplace_back(photo, of(photo));
        marks_[photo] = mark;
    }
    Q_EMIT changed();
    if (origin == RemarkOrigin::User)
        Q_EMIT remarked(before, marks);
    worker_.with(
        OpenMode::Write, [marks](const Database& database) { return MarkRepository(database).set(marks); },
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
