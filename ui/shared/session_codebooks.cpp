// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/session_codebooks.h"

#include "core/library/codebook_repository.h"
#include "core/library/codebook_switch.h"

namespace likeness::ui {
namespace {

/// The pack's own codebook and those that the library keeps.
Result<std::vector<CodebookName>> readNames(const std::filesystem::path& library, const ModelPack& pack) {
    const auto own = loadPackCodebook(pack, "default");
    if (!own)
        return own.error();
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto kept = CodebookRepository(*database).all(pack);
    if (!kept)
        return kept.error();
    std::vector<CodebookName> names{{std::string(own->encoder->method()), own->encoder->bits()}};
    for (const KnownCodebook& codebook : *kept)
        if (codebook.granularity == Granularity::Global)
            names.push_back({codebook.method, codebook.bits});
    return names;
}

} // namespace

SessionCodebooks::SessionCodebooks(LibrarySession& session, QObject* parent)
    : CodebookCatalog(parent),
      session_(session),
      thread_(std::make_unique<WorkerThread>(QStringLiteral("codebooks"))) {
    connect(&session, &LibrarySession::becameSearchable, this, &SessionCodebooks::readAvailable);
    connect(&session, &LibrarySession::indexingChanged, this, &SessionCodebooks::changed);
}

SessionCodebooks::~SessionCodebooks() {
    stop_.request_stop();
    thread_.reset();
}

std::optional<CodebookName> SessionCodebooks::current() const {
    const auto recipe = session_.recipe();
    if (!recipe)
        return std::nullopt;
    const Encoder& encoder = *recipe->codebook().encoder;
    return CodebookName{std::string(encoder.method()), encoder.bits()};
}

void SessionCodebooks::readAvailable() {
    thread_->post([this, library = session_.libraryFile(), pack = session_.recipe()->pack()] {
        auto names = readNames(library, pack);
        QMetaObject::invokeMethod(this, [this, names = std::move(names)] {
            if (names)
                available_ = *names;
            else
                Q_EMIT failed(names.error());
            Q_EMIT changed();
        });
    });
    Q_EMIT changed();
}

void SessionCodebooks::useCodebook(const CodebookName& codebook) {
    if (!canTrain() || codebook == current())
        return;
    training_ = Training{codebook, 0};
    Q_EMIT changed();
    thread_->post([this, codebook, library = session_.libraryFile(), stop = stop_.get_token()] {
        const auto progress = [this](double share) {
            QMetaObject::invokeMethod(this, [this, share] {
                if (training_)
                    training_->share = share;
                Q_EMIT changed();
            });
        };
        const auto database = Database::open(library, OpenMode::Write);
        auto done = database
                        ? likeness::useCodebook(*database, codebook.method, codebook.bits, progress, stop)
                        : Result<void>(database.error());
        QMetaObject::invokeMethod(this, [this, done = std::move(done)] { finish(done); });
    });
}

void SessionCodebooks::finish(const Result<void>& done) {
    training_.reset();
    Q_EMIT changed();
    if (done)
        session_.reload();
    else
        Q_EMIT failed(done.error());
}

} // namespace likeness::ui
