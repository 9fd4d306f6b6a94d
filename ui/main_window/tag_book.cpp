// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/tag_book.h"

#include <algorithm>

namespace likeness::ui {
namespace {

QStringList texts(const std::vector<std::string>& names) {
    QStringList texts;
    std::ranges::transform(names, std::back_inserter(texts), QString::fromStdString);
    return texts;
}

} // namespace

TagBook::TagBook(LibrarySession& session, QObject* parent)
    : QObject(parent), session_(session), worker_(QStringLiteral("tags"), session.libraryFile()) {
    // Photos bring keywords of their own.
    connect(&session_, &LibrarySession::indexingFinished, this, [this] { knowsNames_ = false; });
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
    worker_.with(
        OpenMode::ReadOnly,
        [photo = *photo_, wantsNames = !knowsNames_](const Database& database) -> Result<Page> {
            const TagRepository repository(database);
            const auto tags = repository.tagsOf(photo);
            if (!tags)
                return tags.error();
            Page page{texts(*tags), std::nullopt};
            if (!wantsNames)
                return page;
            const auto all = repository.tags();
            if (!all)
                return all.error();
            page.names.emplace();
            for (const TagCount& tag : *all)
                page.names->append(QString::fromStdString(tag.name));
            return page;
        },
        [this, photo = *photo_](const Result<Page>& page) { take(photo, page); });
}

void TagBook::take(PhotoId photo, const Result<Page>& page) {
    isReading_ = false;
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    if (page->names) {
        names_ = *page->names;
        knowsNames_ = true;
    }
    if (photo_ != photo) {
        read();
        return;
    }
    tags_ = page->tags;
    Q_EMIT changed();
}

void TagBook::add(const QString& name, const std::vector<PhotoId>& photos) {
    change(&TagRepository::add, name, photos);
}

void TagBook::remove(const QString& name, const std::vector<PhotoId>& photos) {
    change(&TagRepository::remove, name, photos);
}

void TagBook::change(Change what, const QString& name, const std::vector<PhotoId>& photos) {
    worker_.with(
        OpenMode::Write,
        [what, name = name.toStdString(), photos](const Database& database) {
            return (TagRepository(database).*what)(name, photos);
        },
        [this](const Result<void>& done) {
            if (!done)
                Q_EMIT failed(done.error());
            knowsNames_ = false;
            read();
        });
}

} // namespace likeness::ui
