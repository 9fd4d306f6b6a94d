// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/recipe_succession.h"

#include "core/library/codebook_repository.h"
#include "core/library/settings_table.h"
#include "core/library/sqlite_guard.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace likeness {
namespace {

constexpr std::array windowGranularities{Granularity::Region, Granularity::Part};
const std::string nextPack = "next.pack";
const std::string nextPrecision = "next.precision";

std::string nextCodebook(Granularity granularity) {
    return "next.codebook." + std::string(granularityName(granularity));
}

void setNextPack(const Database& database, const ModelPack& pack) {
    setSetting(database.handle(), nextPack, pack.name);
    setSetting(database.handle(), nextPrecision, std::string(precisionName(pack.precision)));
}

void dropNextPack(const Database& database) {
    dropSetting(database.handle(), nextPack);
    dropSetting(database.handle(), nextPrecision);
}

bool hasSuccessor(const Database& database) {
    SQLite::Statement query(database.handle(),
                            "SELECT EXISTS (SELECT 1 FROM setting WHERE name LIKE 'next.%')");
    query.executeStep();
    return query.getColumn(0).getInt() != 0;
}

/// No precision is that of libraries from before there was a choice.
bool isOf(const Recipe& recipe, const std::string& pack, const std::optional<std::string>& precision) {
    return pack == recipe.pack().name && precisionFromName(precision.value_or("")) == recipe.pack().precision;
}

/// The library is searched with another pack or precision, and has codes of it.
bool formerAnswers(const Database& database, const Recipe& recipe) {
    const auto pack = setting(database.handle(), "pack");
    if (!pack || isOf(recipe, *pack, setting(database.handle(), "precision")))
        return false;
    SQLite::Statement query(database.handle(),
                            "SELECT EXISTS (SELECT 1 FROM code JOIN code_set s ON s.id = code_set_id WHERE "
                            "s.granularity = 'global' "
                            "AND s.fingerprint = (SELECT value FROM setting WHERE name = 'fingerprint'))");
    query.executeStep();
    return query.getColumn(0).getInt() != 0;
}

/// Whether the recipe makes codes with what is to come; empty stands for the pack's own.
bool isMadeWith(const Recipe& recipe, Granularity granularity, const std::string& checksum,
                const std::vector<KnownCodebook>& known) {
    const Codebook* const codebook = recipe.codebook(granularity);
    const std::string used = codebook == nullptr ? std::string() : codebook->checksum;
    const bool own = std::ranges::find(known, used, &KnownCodebook::checksum) != known.end();
    return checksum.empty() ? !own : used == checksum;
}

bool isComplete(const Database& database, const CodeSetIds& ids) {
    SQLite::Statement query(
        database.handle(),
        "SELECT EXISTS (SELECT 1 FROM photo WHERE state = 1 AND missing = 0 AND NOT EXISTS "
        "(SELECT 1 FROM code WHERE code_set_id = ? AND photo_id = photo.id))");
    return std::ranges::none_of(std::array{ids.global, ids.regions, ids.parts},
                                [&query](std::int64_t codeSet) {
                                    if (codeSet == 0)
                                        return false;
                                    query.reset();
                                    query.bind(1, codeSet);
                                    query.executeStep();
                                    return query.getColumn(0).getInt() != 0;
                                });
}

/// What was to come has come. True where something was.
bool fulfil(const Database& database, const Recipe& recipe, const std::vector<KnownCodebook>& known) {
    const auto pack = setting(database.handle(), nextPack);
    bool changed = pack && isOf(recipe, *pack, setting(database.handle(), nextPrecision));
    if (changed)
        dropNextPack(database);
    for (const Granularity granularity : windowGranularities) {
        const auto next = setting(database.handle(), nextCodebook(granularity));
        if (!next || !isMadeWith(recipe, granularity, *next, known))
            continue;
        setSetting(database.handle(), "codebook." + std::string(granularityName(granularity)), *next);
        dropSetting(database.handle(), nextCodebook(granularity));
        changed = true;
    }
    return changed;
}

} // namespace

Result<std::shared_ptr<const Recipe>> recipeToIndexWith(const Database& database) {
    const auto name = guarded(database.file(), [&] { return setting(database.handle(), nextPack); });
    if (!name)
        return name.error();
    const auto current = *name ? Result<std::string>(**name) : libraryPackName(database);
    if (!current)
        return current.error();
    auto pack = libraryPack(database, *current);
    if (!pack)
        return pack.error();
    const auto precision =
        guarded(database.file(), [&] { return setting(database.handle(), nextPrecision); });
    if (!precision)
        return precision.error();
    if (*precision)
        pack->precision = precisionFromName(**precision);
    return recipeToIndexWith(database, *pack);
}

Result<std::shared_ptr<const Recipe>> recipeToIndexWith(const Database& database, const ModelPack& pack) {
    auto recipe = libraryRecipe(database, pack);
    for (const Granularity granularity : windowGranularities) {
        if (!recipe)
            return recipe;
        const auto next =
            guarded(database.file(), [&] { return setting(database.handle(), nextCodebook(granularity)); });
        if (!next)
            return next.error();
        if (*next)
            recipe = withWindowCodebook(database, **recipe, granularity, **next);
    }
    return recipe;
}

Result<void> setNextCodebook(const Database& database, Granularity granularity, const std::string& checksum) {
    return guarded(database.file(),
                   [&] { setSetting(database.handle(), nextCodebook(granularity), checksum); });
}

Result<CodeSetIds> beginSuccession(const Database& database, const Recipe& recipe) {
    const auto former = guarded(database.file(), [&] {
        const bool answers = formerAnswers(database, recipe);
        if (answers)
            setNextPack(database, recipe.pack());
        else
            dropNextPack(database);
        return answers;
    });
    if (!former)
        return former.error();
    return *former ? codeSetsOf(database, recipe) : adoptRecipe(database, recipe);
}

Result<bool> succeedWhereComplete(const Database& database, const Recipe& recipe) {
    auto waits = guarded(database.file(), [&] { return hasSuccessor(database); });
    if (!waits || !*waits)
        return waits;
    const auto known = CodebookRepository(database).all(recipe.pack());
    if (!known)
        return known.error();
    const auto ids = codeSetsOf(database, recipe);
    if (!ids)
        return ids.error();
    const auto complete = guarded(database.file(), [&] { return isComplete(database, *ids); });
    if (!complete)
        return complete.error();
    if (!*complete)
        return false;
    if (const auto adopted = adoptRecipe(database, recipe); !adopted)
        return adopted.error();
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        const bool changed = fulfil(database, recipe, *known);
        transaction.commit();
        return changed;
    });
}

} // namespace likeness
