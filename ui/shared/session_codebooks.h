// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/codebook_catalog.h"
#include "ui/shared/library_session.h"
#include "ui/shared/worker_thread.h"

#include <functional>
#include <memory>
#include <set>
#include <stop_token>

namespace likeness::ui {

/// The codebooks that the open library is searched with. Trains and switches on a thread of its own.
class SessionCodebooks : public CodebookCatalog {
    Q_OBJECT

public:
    explicit SessionCodebooks(LibrarySession& session, QObject* parent = nullptr);
    /// Stops a training and waits.
    ~SessionCodebooks() override;

    std::vector<CodebookName> availableCodebooks() const override { return available_; }
    std::optional<CodebookName> current(Granularity granularity) const override;
    std::optional<CodebookName> coming(Granularity granularity) const override;
    std::optional<Training> training() const override { return training_; }
    /// Not while photos are indexed: that would go on with the old codebook.
    bool canTrain() const override { return session_.recipe() && !session_.isIndexing() && !training_; }
    void useCodebook(const CodebookName& codebook) override;

    /// Keeps a codebook that was trained on this library, and searches with it from now on; `adopted` tells.
    /// Not while canTrain() is false.
    void adopt(const Codebook& codebook);

Q_SIGNALS:
    void adopted(const likeness::Result<void>& done);

private:
    void readAvailable();
    /// Brings a share done from the thread to `training`.
    std::function<void(double)> progress();
    void finish(const Result<bool>& toIndex);

    LibrarySession& session_;
    std::optional<CodebookName> nameOf(const Recipe& recipe, Granularity granularity) const;

    std::vector<CodebookName> available_;
    std::set<std::string> ofPack_; // checksums of the pack's own codebooks
    std::optional<Training> training_;
    std::stop_source stop_;
    std::unique_ptr<WorkerThread> thread_;
};

} // namespace likeness::ui
