// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/library_worker.h"
#include "ui/similar/saved_query.h"

#include <QObject>
#include <QString>

#include <map>

namespace likeness::ui {

/// The queries that the library keeps, by name. Reads and writes on a thread of its own. Main thread.
class SavedQueryBook : public QObject {
    Q_OBJECT

public:
    explicit SavedQueryBook(LibrarySession& session, QObject* parent = nullptr);

    const std::map<QString, SavedQuery>& queries() const { return queries_; }
    /// In the place of one of that name.
    void save(const QString& name, const SavedQuery& query);
    void forget(const QString& name);

Q_SIGNALS:
    void changed();
    void failed(const likeness::Error& error);

private:
    void read();
    void write(std::function<Result<void>(const Database&)> work);

    std::map<QString, SavedQuery> queries_;
    LibraryWorker worker_;
};

} // namespace likeness::ui
