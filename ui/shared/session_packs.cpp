// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/session_packs.h"

#include "core/library/code_set.h"
#include "core/library/codebook_repository.h"
#include "core/library/photo_repository.h"
#include "core/library/recipe_succession.h"

#include <algorithm>

namespace likeness::ui {
namespace {

PackOffer offerOf(const ModelPack& pack) {
    PackOffer offer;
    offer.name = pack.name;
    offer.title = QString::fromStdString(pack.title);
    offer.licence = QString::fromStdString(pack.licence);
    offer.attribution = QString::fromStdString(pack.attribution);
    offer.inputWidth = pack.input.width;
    offer.inputHeight = pack.input.height;
    offer.hasRegions = pack.codebooks.contains("region");
    offer.hasParts = pack.codebooks.contains("part");
    return offer;
}

/// Photos that can be searched, without those that have global codes of the recipe.
Result<std::int64_t> photosToIndex(const Database& database, const Recipe& recipe,
                                   const std::vector<CodeSetProgress>& sets) {
    const auto counts = PhotoRepository(database).counts();
    if (!counts)
        return counts.error();
    const auto own = std::ranges::find(sets, recipe.fingerprint(), &CodeSetProgress::fingerprint);
    return counts->indexed + counts->pending - (own == sets.end() ? 0 : own->photos);
}

/// A pack whose codebooks can't be used is left out.
Result<std::vector<PackOffer>> readOffers(const std::filesystem::path& library) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto sets = codeSetProgress(*database);
    if (!sets)
        return sets.error();
    const auto precision = libraryPrecision(*database);
    if (!precision)
        return precision.error();
    std::vector<PackOffer> offers;
    std::vector<ModelPack> installed = installedModelPacks();
    for (ModelPack& pack : installed) {
        pack.precision = *precision;
        const auto recipe = recipeToIndexWith(*database, pack);
        if (!recipe)
            continue;
        const auto toIndex = photosToIndex(*database, **recipe, *sets);
        if (!toIndex)
            return toIndex.error();
        offers.push_back(offerOf(pack));
        offers.back().toIndex = *toIndex;
    }
    return offers;
}

std::string nameOf(const std::shared_ptr<const Recipe>& recipe) {
    return recipe ? recipe->pack().name : std::string();
}

} // namespace

SessionPacks::SessionPacks(LibrarySession& session, QObject* parent)
    : PackCatalog(parent),
      session_(session),
      thread_(std::make_unique<WorkerThread>(QStringLiteral("packs"))) {
    connect(&session, &LibrarySession::becameSearchable, this, &SessionPacks::changed);
    connect(&session, &LibrarySession::nextRecipeChanged, this, &SessionPacks::changed);
    connect(&session, &LibrarySession::indexingFinished, this, &SessionPacks::refresh);
}

SessionPacks::~SessionPacks() {
    thread_.reset();
}

std::string SessionPacks::chosen() const {
    return nameOf(session_.nextRecipe());
}

std::string SessionPacks::searched() const {
    return nameOf(session_.recipe());
}

void SessionPacks::choose(const std::string& name) {
    if (name != chosen())
        session_.usePack(name);
}

void SessionPacks::refresh() {
    thread_->post([this, library = session_.libraryFile()] {
        auto offers = readOffers(library);
        QMetaObject::invokeMethod(this, [this, offers = std::move(offers)] {
            if (offers)
                packs_ = *offers;
            else
                Q_EMIT failed(offers.error());
            Q_EMIT changed();
        });
    });
}

} // namespace likeness::ui
