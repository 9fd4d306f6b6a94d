// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/tag_repository.h"
#include "ui/shared/library_session.h"
#include "ui/shared/library_worker.h"
#include "ui/shared/remark_origin.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace likeness::ui {

/// The tags of the photo that is looked at, and all names of the library; reads and writes on a thread of its
/// own. Main thread.
class TagBook : public QObject {
    Q_OBJECT

public:
    explicit TagBook(LibrarySession& session, QObject* parent = nullptr);

    /// Nothing: no photo. Answers with changed().
    void lookAt(std::optional<PhotoId> photo);
    /// Of that photo, by name.
    const QStringList& tags() const { return tags_; }
    /// Of all photos, by name.
    const std::vector<TagCount>& libraryTags() const { return libraryTags_; }
    QStringList names() const;
    void readLibrary();

    void add(const QString& name, const std::vector<PhotoId>& photos,
             RemarkOrigin origin = RemarkOrigin::User);
    void remove(const QString& name, const std::vector<PhotoId>& photos,
                RemarkOrigin origin = RemarkOrigin::User);
    /// Of all photos, with the tags below it.
    void rename(const QString& from, const QString& to);
    void removeEverywhere(const QString& name);

Q_SIGNALS:
    void changed();
    void libraryChanged();
    /// By the user, to or from photos that didn't have, or had, the tag.
    void given(const QString& name, const std::vector<likeness::PhotoId>& photos);
    void taken(const QString& name, const std::vector<likeness::PhotoId>& photos);
    /// A tag has another name, or is gone, on so many photos.
    void changedEverywhere(std::int64_t photos);
    void failed(const likeness::Error& error);

private:
    /// Of the photo that is looked at then; one reading at a time, however fast the user walks.
    void read();
    void take(PhotoId photo, const Result<std::vector<std::string>>& tags);
    using Change = Result<std::vector<PhotoId>> (TagRepository::*)(std::string_view,
                                                                   std::span<const PhotoId>) const;
    using Signal = void (TagBook::*)(const QString&, const std::vector<PhotoId>&);
    /// `tell`, where it isn't null, tells the photos that were changed.
    void change(Change what, const QString& name, const std::vector<PhotoId>& photos, Signal tell);
    void changeEverywhere(std::function<Result<std::int64_t>(const TagRepository&)> what);
    void readAnew();

    std::optional<PhotoId> photo_;
    QStringList tags_;
    std::vector<TagCount> libraryTags_;
    bool isReading_ = false;
    LibraryWorker worker_;
};

} // namespace likeness::ui
