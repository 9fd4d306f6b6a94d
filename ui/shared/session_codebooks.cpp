// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/session_codebooks.h"

#include "core/library/codebook_adoption.h"
#include "core/library/codebook_repository.h"
#include "core/library/codebook_switch.h"

namespace likeness::ui {
namespace {

/// Those that can be searched with, and the checksums of the pack's own.
struct Known {
    std::vector<CodebookName> names;
    std::set<std::string> ofPack;
};

/// Nothing where the recipe has no codebook for it.
std::optional<CodebookName> named(const Recipe& recipe, Granularity granularity,
                                  CodebookName::Origin origin) {
    const Codebook* const codebook = recipe.codebook(granularity);
    if (codebook == nullptr)
        return std::nullopt;
    return CodebookName{std::string(codebook->encoder->method()), codebook->encoder->bits(), granularity,
                        origin};
}

/// Trains it where there is none. True where photos are to be indexed before it is searched with.
Result<bool> use(const std::filesystem::path& library, const CodebookName& codebook, Engine engine,
                 const std::function<void(double)>& progress, const std::stop_token& stop) {
    const auto database = Database::open(library, OpenMode::Write);
    if (!database)
        return database.error();
    CodebookChoice wanted;
    if (codebook.origin == CodebookName::Origin::Library)
        wanted = LibraryCodebook{codebook.method, codebook.bits};
    if (codebook.granularity != Granularity::Global) {
        WindowSamplingOptions sampling;
        sampling.engine = engine;
        return useWindowCodebook(*database, codebook.granularity, wanted, sampling, progress, stop);
    }
    const auto used = likeness::useCodebook(*database, wanted, progress, stop);
    return used ? Result<bool>(false) : used.error();
}

/// The pack's own codebooks and those that the library keeps.
Result<Known> readKnown(const std::filesystem::path& library, const ModelPack& pack) {
    const auto own = loadRecipe(pack);
    if (!own)
        return own.error();
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto kept = CodebookRepository(*database).all(pack);
    if (!kept)
        return kept.error();
    Known known;
    for (const Granularity granularity : allGranularities)
        if (const auto name = named(**own, granularity, CodebookName::Origin::Pack)) {
            known.names.push_back(*name);
            known.ofPack.insert((*own)->codebook(granularity)->checksum);
        }
    for (const KnownCodebook& codebook : *kept)
        known.names.push_back({codebook.method, codebook.bits, codebook.granularity});
    return known;
}

Result<void> keepAndUse(const std::filesystem::path& library, const Codebook& codebook, const ModelPack& pack,
                        const std::function<void(double)>& progress, const std::stop_token& stop) {
    const auto own = loadRecipe(pack);
    if (!own)
        return own.error();
    const auto database = Database::open(library, OpenMode::Write);
    if (!database)
        return database.error();
    const auto adopted = adoptCodebook(*database, codebook, **own, progress, stop);
    return adopted ? Result<void>() : adopted.error();
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

std::optional<CodebookName> SessionCodebooks::nameOf(const Recipe& recipe, Granularity granularity) const {
    const Codebook* const codebook = recipe.codebook(granularity);
    const bool isLearned = codebook != nullptr && !ofPack_.empty() && !ofPack_.contains(codebook->checksum);
    return named(recipe, granularity, isLearned ? CodebookName::Origin::Library : CodebookName::Origin::Pack);
}

std::optional<CodebookName> SessionCodebooks::current(Granularity granularity) const {
    const auto recipe = session_.recipe();
    return recipe ? nameOf(*recipe, granularity) : std::nullopt;
}

std::optional<CodebookName> SessionCodebooks::coming(Granularity granularity) const {
    const auto recipe = session_.recipe();
    const auto next = session_.nextRecipe();
    if (!recipe || recipe->pack().name != next->pack().name ||
        recipe->fingerprint(granularity) == next->fingerprint(granularity))
        return std::nullopt;
    return nameOf(*next, granularity);
}

void SessionCodebooks::readAvailable() {
    thread_->post([this, library = session_.libraryFile(), pack = session_.recipe()->pack()] {
        auto known = readKnown(library, pack);
        QMetaObject::invokeMethod(this, [this, known = std::move(known)] {
            if (known) {
                available_ = known->names;
                ofPack_ = known->ofPack;
            } else {
                Q_EMIT failed(known.error());
            }
            Q_EMIT changed();
        });
    });
    Q_EMIT changed();
}

void SessionCodebooks::useCodebook(const CodebookName& codebook) {
    const auto inUse =
        coming(codebook.granularity) ? coming(codebook.granularity) : current(codebook.granularity);
    if (!canTrain() || codebook == inUse)
        return;
    training_ = Training{codebook, 0};
    Q_EMIT changed();
    thread_->post([this, codebook, library = session_.libraryFile(), engine = session_.engine(),
                   stop = stop_.get_token()] {
        auto toIndex = use(library, codebook, engine, progress(), stop);
        QMetaObject::invokeMethod(this, [this, toIndex = std::move(toIndex)] { finish(toIndex); });
    });
}

std::function<void(double)> SessionCodebooks::progress() {
    return [this](double share) {
        QMetaObject::invokeMethod(this, [this, share] {
            if (training_)
                training_->share = share;
            Q_EMIT changed();
        });
    };
}

void SessionCodebooks::adopt(const Codebook& codebook) {
    training_ = Training{
        {std::string(codebook.encoder->method()), codebook.encoder->bits(), codebook.granularity}, 0};
    Q_EMIT changed();
    thread_->post([this, codebook, library = session_.libraryFile(), pack = session_.recipe()->pack(),
                   stop = stop_.get_token()] {
        const auto done = keepAndUse(library, codebook, pack, progress(), stop);
        QMetaObject::invokeMethod(this, [this, done] {
            finish(done ? Result<bool>(false) : done.error());
            Q_EMIT adopted(done);
        });
    });
}

/// The session goes on with what is to be indexed by itself.
void SessionCodebooks::finish(const Result<bool>& toIndex) {
    training_.reset();
    Q_EMIT changed();
    if (toIndex)
        session_.reload();
    else if (toIndex.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(toIndex.error());
}

} // namespace likeness::ui
