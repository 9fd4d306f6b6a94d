// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/saved_query_book.h"

#include "core/library/saved_queries.h"

#include <utility>

namespace likeness::ui {

SavedQueryBook::SavedQueryBook(LibrarySession& session, QObject* parent)
    : QObject(parent), worker_(QStringLiteral("saved queries"), session.libraryFile()) {
    connect(&session, &LibrarySession::loaded, this, &SavedQueryBook::read);
}

void SavedQueryBook::read() {
    using Texts = std::map<std::string, std::string>;
    worker_.with(OpenMode::ReadOnly, savedQueries, [this](const Result<Texts>& texts) {
        if (!texts) {
            Q_EMIT failed(texts.error());
            return;
        }
        queries_.clear();
        for (const auto& [name, text] : *texts)
            if (const auto query = savedQueryFrom(QByteArray::fromStdString(text)))
                queries_.emplace(QString::fromStdString(name), *query);
        Q_EMIT changed();
    });
}

void SavedQueryBook::save(const QString& name, const SavedQuery& query) {
    write([name = name.toStdString(), text = toJson(query).toStdString()](const Database& database) {
        return saveQuery(database, name, text);
    });
}

void SavedQueryBook::forget(const QString& name) {
    write([name = name.toStdString()](const Database& database) { return forgetQuery(database, name); });
}

void SavedQueryBook::write(std::function<Result<void>(const Database&)> work) {
    worker_.with(OpenMode::Write, std::move(work), [this](const Result<void>& done) {
        if (!done)
            Q_EMIT failed(done.error());
        read();
    });
}

} // namespace likeness::ui
