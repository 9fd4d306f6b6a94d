// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/tag_book.h"

namespace likeness::ui {

TagBook::TagBook(LibrarySession& session, QObject* parent)
    : QObject(parent), session_(session), thread_(std::make_unique<WorkerThread>(QStringLiteral("tags"))) {}

TagBook::~TagBook() {
    thread_.reset();
}

Result<TagBook::Page> TagBook::read(const Database& database, std::optional<PhotoId> photo) {
    const TagRepository repository(database);
    Page page;
    if (photo) {
        const auto tags = repository.tagsOf(*photo);
        if (!tags)
            return tags.error();
        for (const std::string& tag : *tags)
            page.tags.append(QString::fromStdString(tag));
    }
    const auto all = repository.tags();
    if (!all)
        return all.error();
    for (const TagCount& tag : *all)
        page.names.append(QString::fromStdString(tag.name));
    return page;
}

template <typename Act>
void TagBook::turn(OpenMode mode, Act act) {
    thread_->post([this, mode, act, photo = photo_, question = ++question_, file = session_.libraryFile()] {
        const auto database = Database::open(file, mode);
        const auto done = database ? act(*database) : Result<void>(database.error());
        auto page = database ? read(*database, photo) : Result<Page>(database.error());
        QMetaObject::invokeMethod(this, [this, question, done, page = std::move(page)] {
            if (!done || !page)
                Q_EMIT failed(!done ? done.error() : page.error());
            if (!page || question != question_)
                return;
            tags_ = page->tags;
            names_ = page->names;
            Q_EMIT changed();
        });
    });
}

void TagBook::lookAt(std::optional<PhotoId> photo) {
    if (photo == photo_)
        return;
    photo_ = photo;
    tags_.clear();
    Q_EMIT changed();
    if (photo_)
        turn(OpenMode::ReadOnly, [](const Database&) { return Result<void>(); });
}

void TagBook::add(const QString& name, const std::vector<PhotoId>& photos) {
    turn(OpenMode::Write, [name = name.toStdString(), photos](const Database& database) {
        return TagRepository(database).add(name, photos);
    });
}

void TagBook::remove(const QString& name, const std::vector<PhotoId>& photos) {
    turn(OpenMode::Write, [name = name.toStdString(), photos](const Database& database) {
        return TagRepository(database).remove(name, photos);
    });
}

} // namespace likeness::ui
