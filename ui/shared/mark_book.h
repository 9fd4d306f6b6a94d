// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/library_worker.h"
#include "ui/shared/remark_origin.h"

#include "core/library/photo_marks.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace likeness::ui {

/// Stars and colour labels of the library's photos: changed here at once, in the library soon, on a thread of
/// its own. Main thread.
class MarkBook : public QObject {
    Q_OBJECT

public:
    explicit MarkBook(LibrarySession& session, QObject* parent = nullptr);

    PhotoMarks of(PhotoId photo) const;
    void setRating(int stars, const std::vector<PhotoId>& photos);
    void setLabel(ColourLabel label, const std::vector<PhotoId>& photos);
    using Marks = std::vector<std::pair<PhotoId, PhotoMarks>>;
    void set(const Marks& marks, RemarkOrigin origin);
    /// After others wrote marks to the library.
    void reload();

Q_SIGNALS:
    void changed();
    /// By the user, on photos of which each had other marks.
    void remarked(const likeness::ui::MarkBook::Marks& before, const likeness::ui::MarkBook::Marks& after);
    /// The library has them.
    void stored();
    void failed(const likeness::Error& error);

private:
    void change(const std::vector<PhotoId>& photos, const std::function<void(PhotoMarks&)>& set);

    std::unordered_map<PhotoId, PhotoMarks> marks_;
    std::uint64_t changes_ = 0; // so far: what was read before one is out of date
    LibraryWorker worker_;
};

} // namespace likeness::ui
