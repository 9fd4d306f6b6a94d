// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/codebook_catalog.h"
#include "ui/shared/library_session.h"

namespace likeness::ui {

/// The codebooks that the open library is searched with.
class SessionCodebooks : public CodebookCatalog {
    Q_OBJECT

public:
    explicit SessionCodebooks(LibrarySession& session, QObject* parent = nullptr);

    std::vector<CodebookName> availableCodebooks() const override;
    std::optional<CodebookName> current() const override;
    std::optional<Training> training() const override { return std::nullopt; }
    bool canTrain() const override { return false; }
    void useCodebook(const CodebookName& codebook) override;

private:
    LibrarySession& session_;
};

} // namespace likeness::ui
