// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/session_codebooks.h"

namespace likeness::ui {

SessionCodebooks::SessionCodebooks(LibrarySession& session, QObject* parent)
    : CodebookCatalog(parent), session_(session) {
    connect(&session, &LibrarySession::becameSearchable, this, &SessionCodebooks::changed);
}

std::vector<CodebookName> SessionCodebooks::availableCodebooks() const {
    const auto codebook = current();
    return codebook ? std::vector{*codebook} : std::vector<CodebookName>();
}

std::optional<CodebookName> SessionCodebooks::current() const {
    const auto recipe = session_.recipe();
    if (!recipe)
        return std::nullopt;
    const Encoder& encoder = *recipe->codebook().encoder;
    return CodebookName{std::string(encoder.method()), encoder.bits()};
}

void SessionCodebooks::useCodebook(const CodebookName&) {
    Q_EMIT changed(); // there is only one: the menu goes back to it
}

} // namespace likeness::ui
