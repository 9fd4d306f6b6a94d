// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/pack_catalog.h"
#include "ui/shared/worker_thread.h"

#include <memory>

namespace likeness::ui {

/// The packs that the open library can be searched with. Reads on a thread of its own.
class SessionPacks : public PackCatalog {
    Q_OBJECT

public:
    explicit SessionPacks(LibrarySession& session, QObject* parent = nullptr);
    ~SessionPacks() override;

    const std::vector<PackOffer>& packs() const override { return packs_; }
    std::string chosen() const override;
    std::string searched() const override;
    void choose(const std::string& name) override;
    void refresh() override;

private:
    LibrarySession& session_;
    std::vector<PackOffer> packs_;
    std::unique_ptr<WorkerThread> thread_;
};

} // namespace likeness::ui
