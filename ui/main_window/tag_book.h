// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/tag_repository.h"
#include "ui/shared/library_session.h"
#include "ui/shared/worker_thread.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace likeness::ui {

/// The tags of the photo that is looked at, and all names of the library; reads and writes on a thread of its
/// own. Main thread.
class TagBook : public QObject {
    Q_OBJECT

public:
    explicit TagBook(LibrarySession& session, QObject* parent = nullptr);
    ~TagBook() override;

    /// Nothing: no photo. Answers with changed().
    void lookAt(std::optional<PhotoId> photo);
    /// Of that photo, by name.
    const QStringList& tags() const { return tags_; }
    /// Of all photos, by name.
    const QStringList& names() const { return names_; }

    void add(const QString& name, const std::vector<PhotoId>& photos);
    void remove(const QString& name, const std::vector<PhotoId>& photos);

Q_SIGNALS:
    void changed();
    void failed(const likeness::Error& error);

private:
    struct Page {
        QStringList tags;
        QStringList names;
    };
    static Result<Page> read(const Database& database, std::optional<PhotoId> photo);
    /// `act` is done before the page is read anew.
    template <typename Act>
    void turn(OpenMode mode, Act act);

    LibrarySession& session_;
    std::optional<PhotoId> photo_;
    QStringList tags_;
    QStringList names_;
    std::uint64_t question_ = 0; // the newest; answers to others are dropped
    std::unique_ptr<WorkerThread> thread_;
};

} // namespace likeness::ui
