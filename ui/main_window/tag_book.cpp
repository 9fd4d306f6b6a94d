// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/tag_book.h"

namespace likeness::ui {

TagBook::TagBook(LibrarySession& session, QObject* parent)
    : QObject(parent), worker_(QStringLiteral("tags"), session.libraryFile()) {
    connect(&session, &LibrarySession::loaded, this, &TagBook::readLibrary);
    // Photos bring keywords of their own.
    connect(&session, &LibrarySession::indexingFinished, this, &TagBook::readLibrary);
}

QStringList TagBook::names() const {
    QStringList names;
    for (const TagCount& tag : libraryTags_)
        names.append(QString::fromStdString(tag.name));
    return names;
}

void TagBook::readLibrary() {
    using Tags = std::vector<TagCount>;
    worker_.with(
        OpenMode::ReadOnly, [](const Database& database) { return TagRepository(database).tags(); },
        [this](const Result<Tags>& tags) {
            if (!tags) {
                Q_EMIT failed(tags.error());
                return;
            }
            libraryTags_ = *tags;
            Q_EMIT libraryChanged();
            Q_EMIT changed();
        });
}

void TagBook::lookAt(std::optional<PhotoId> photo) {
    if (photo == photo_)
        return;
    photo_ = photo;
    tags_.clear();
    Q_EMIT changed();
    read();
}

void TagBook::read() {
    if (isReading_ || !photo_)
        return;
    isReading_ = true;
    using Tags = std::vector<std::string>;
    worker_.with(
        OpenMode::ReadOnly,
        [photo = *photo_](const Database& database) { return TagRepository(database).tagsOf(photo); },
        [this, photo = *photo_](const Result<Tags>& tags) { take(photo, tags); });
}

void TagBook::take(PhotoId photo, const Result<std::vector<std::string>>& tags) {
    isReading_ = false;
    if (!tags) {
        Q_EMIT failed(tags.error());
        return;
    }
    if (photo_ != photo) {
        read();
        return;
    }
    tags_.clear();
    for (const std::string& name : *tags)
        tags_.append(QString::fromStdString(name));
    Q_EMIT changed();
}

void TagBook::add(const QString& name, const std::vector<PhotoId>& photos, RemarkOrigin origin) {
    change(&TagRepository::add, name, photos, origin == RemarkOrigin::User ? &TagBook::given : nullptr);
}

void TagBook::remove(const QString& name, const std::vector<PhotoId>& photos, RemarkOrigin origin) {
    change(&TagRepository::remove, name, photos, origin == RemarkOrigin::User ? &TagBook::taken : nullptr);
}

void TagBook::change(Change what, const QString& name, const std::vector<PhotoId>& photos, Signal tell) {
    worker_.with(
        OpenMode::Write,
        [what, name = name.toStdString(), photos](const Database& database) {
            return (TagRepository(database).*what)(name, photos);
        },
        [this, name, tell](const Result<std::vector<PhotoId>>& changed) {
            if (!changed)
                Q_EMIT failed(changed.error());
            else if (tell != nullptr && !changed->empty())
                Q_EMIT(this->*tell)(name, *changed);
            readAnew();
        });
}

void TagBook::rename(const QString& from, const QString& to) {
    changeEverywhere([from = from.toStdString(), to = to.toStdString()](const TagRepository& repository) {
        return repository.rename(from, to);
    });
}

void TagBook::removeEverywhere(const QString& name) {
    changeEverywhere([name = name.toStdString()](const TagRepository& repository) {
        return repository.removeEverywhere(name);
    });
}

void TagBook::changeEverywhere(std::function<Result<std::int64_t>(const TagRepository&)> what) {
    worker_.with(
        OpenMode::Write,
        [what = std::move(what)](const Database& database) { return what(TagRepository(database)); },
        [this](const Result<std::int64_t>& photos) {
            if (photos)
                Q_EMIT changedEverywhere(*photos);
            else
                Q_EMIT failed(photos.error());
            readAnew();
        });
}

void TagBook::readAnew() {
    readLibrary();
    read();
}

} // namespace likeness::ui
