// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/difference_map.h"
#include "core/search/spot_matches.h"
#include "ui/shared/library_session.h"
#include "ui/shared/photo_model.h"
#include "ui/shared/worker_thread.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace likeness::ui {

/// Which photos are compared, and what is found out about the first of them and each other one, on a thread
/// of its own. Main thread.
class ComparePresenter : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t most = 4;
    static constexpr std::size_t spotsShown = 8;

    /// A photo of the library, or a file from elsewhere.
    struct Compared {
        std::optional<PhotoId> id;
        std::filesystem::path file;
        bool operator==(const Compared&) const = default;
    };
    enum class Finding { None, Differences, Spots };
    /// For each photo but the first; a photo that can't be read differs by its error.
    using Differences = std::vector<Result<std::optional<DifferenceMap>>>;
    using Spots = std::vector<std::vector<SpotMatch>>;

    explicit ComparePresenter(LibrarySession& session, QObject* parent = nullptr);
    ~ComparePresenter() override;

    /// The first `most` of them; fewer than two show how to choose some.
    void compare(std::vector<Compared> photos);
    void compare(const std::vector<PhotoId>& photos);
    const std::vector<Compared>& photos() const { return photos_; }
    std::size_t leftOut() const { return leftOut_; }
    /// Those of them that are in the library.
    PhotoListModel& list() { return list_; }

    /// What is shown over the photos. Answers with found(), at once for None.
    void find(Finding finding);
    Finding finding() const { return finding_; }
    bool isBusy() const { return busy_; }
    const Differences& differences() const { return differences_; }
    const Spots& spots() const { return spots_; }

Q_SIGNALS:
    void changed(); // other photos
    void found();
    void failed(const likeness::Error& error);

private:
    void showList();
    void findDifferences();
    void findSpots();
    template <typename Found, typename Take>
    void take(std::uint64_t question, Found found, Take take);

    LibrarySession& session_;
    PhotoListModel list_;
    std::vector<Compared> photos_;
    std::size_t leftOut_ = 0;
    Finding finding_ = Finding::None;
    bool busy_ = false;
    Differences differences_;
    Spots spots_;
    std::uint64_t question_ = 0; // the newest; answers to others are dropped
    std::unique_ptr<WorkerThread> thread_;
};

} // namespace likeness::ui
