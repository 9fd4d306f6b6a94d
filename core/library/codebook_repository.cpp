// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/codebook_repository.h"

#include "core/base/path_text.h"
#include "core/library/settings_table.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <utility>

namespace likeness {
namespace {

std::string settingOf(Granularity granularity) {
    return "codebook." + std::string(granularityName(granularity));
}

} // namespace

Result<std::vector<KnownCodebook>> CodebookRepository::all(const ModelPack& pack) const {
    return guarded(database_.file(), [&] {
        SQLite::Statement query(
            database_.handle(),
            "SELECT c.checksum, c.granularity, c.method, c.bits, c.fitted_on FROM codebook c "
            "JOIN network n ON n.id = c.network_id WHERE n.sha256 = ? ORDER BY c.id DESC");
        query.bind(1, pack.networkSha256);
        std::vector<KnownCodebook> codebooks;
        while (query.executeStep())
            codebooks.push_back(
                {query.getColumn(0).getString(),
                 granularityFromName(query.getColumn(1).getString()).value_or(Granularity::Global),
                 query.getColumn(2).getString(), query.getColumn(3).getInt(),
                 query.getColumn(4).getString()});
        return codebooks;
    });
}

Result<Codebook> CodebookRepository::load(const std::string& checksum, const ModelPack& pack) const {
    return read("c.checksum = ?2", {checksum}, pack, {checksum, "?"});
}

Result<Codebook> CodebookRepository::find(Granularity granularity, const std::string& method, int bits,
                                          const ModelPack& pack) const {
    return read("c.granularity = ?2 AND c.method = ?3 AND c.bits = CAST(?4 AS INTEGER)",
                {std::string(granularityName(granularity)), method, std::to_string(bits)}, pack,
                {method, std::to_string(bits)});
}

Result<Codebook> CodebookRepository::read(const std::string& condition,
                                          const std::vector<std::string>& values, const ModelPack& pack,
                                          std::vector<std::string> missing) const {
    return guarded(database_.file(), [&]() -> Result<Codebook> {
        SQLite::Statement query(database_.handle(),
                                "SELECT c.file FROM codebook c JOIN network n ON n.id = c.network_id "
                                "WHERE n.sha256 = ?1 AND " +
                                    condition + " ORDER BY c.id DESC LIMIT 1");
        query.bind(1, pack.networkSha256);
        for (std::size_t i = 0; i < values.size(); ++i)
            query.bind(static_cast<int>(i) + 2, values[i]);
        if (!query.executeStep())
            return makeError(ErrorCode::CodebookMissing, std::move(missing));
        return codebookFromBytes(bytesOf(query.getColumn(0)), pack, pathText(database_.file()));
    });
}

Result<Codebook> CodebookRepository::add(const Codebook& codebook) const {
    const Bytes file = toBytes(codebook);
    Codebook kept = withChecksums(codebook, file);
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement network(database_.handle(), "INSERT OR IGNORE INTO network (sha256) VALUES (?)");
        network.bind(1, codebook.networkSha256);
        network.exec();
        // The same codebook again becomes the newest.
        SQLite::Statement insert(database_.handle(),
                                 "INSERT OR REPLACE INTO codebook (checksum, granularity, method, bits, "
                                 "network_id, fitted_on, file) SELECT ?, ?, ?, ?, id, ?, ? FROM network "
                                 "WHERE sha256 = ?");
        insert.bind(1, kept.checksum);
        insert.bind(2, std::string(granularityName(codebook.granularity)));
        insert.bind(3, std::string(codebook.encoder->method()));
        insert.bind(4, codebook.encoder->bits());
        insert.bind(5, codebook.fittedOn);
        bindBytes(insert, 6, file);
        insert.bind(7, codebook.networkSha256);
        insert.exec();
        transaction.commit();
        return kept;
    });
}

Result<std::string> CodebookRepository::chosen(Granularity granularity) const {
    return guarded(database_.file(), [&] {
        return setting(database_.handle(), settingOf(granularity)).value_or(std::string());
    });
}

Result<void> CodebookRepository::choose(Granularity granularity, const std::string& checksum) const {
    return guarded(database_.file(),
                   [&] { setSetting(database_.handle(), settingOf(granularity), checksum); });
}

Result<std::shared_ptr<const Recipe>> recipeWith(const Codebook& wanted, const Recipe& others) {
    Codebook codebook = wanted;
    if (codebook.checksum.empty())
        codebook = withChecksums(codebook, toBytes(codebook));
    Codebook global = others.codebook();
    if (codebook.granularity == Granularity::Global)
        global = codebook;
    if (!global.whitening) {
        global.whitening = others.codebook().whitening;
        global.whiteningOf = others.codebook().encodingChecksum;
    }
    std::vector<Codebook> windows;
    for (const Granularity granularity : {Granularity::Region, Granularity::Part})
        if (codebook.granularity == granularity)
            windows.push_back(codebook);
        else if (const Codebook* one = others.codebook(granularity))
            windows.push_back(*one);
    return std::make_shared<const Recipe>(others.pack(), std::move(global), std::move(windows));
}

Result<std::shared_ptr<const Recipe>> withWindowCodebook(const Database& database, const Recipe& recipe,
                                                         Granularity granularity,
                                                         const std::string& checksum) {
    if (checksum.empty()) {
        const std::string role(granularityName(granularity));
        if (!recipe.pack().codebooks.contains(role))
            return std::make_shared<const Recipe>(recipe);
        const auto own = loadPackCodebook(recipe.pack(), role);
        return own ? recipeWith(*own, recipe) : own.error();
    }
    const CodebookRepository repository(database);
    const auto known = repository.all(recipe.pack());
    if (!known)
        return known.error();
    if (std::ranges::find(*known, checksum, &KnownCodebook::checksum) == known->end())
        return std::make_shared<const Recipe>(recipe);
    const auto codebook = repository.load(checksum, recipe.pack());
    if (!codebook)
        return codebook.error();
    return recipeWith(*codebook, recipe);
}

Result<std::string> libraryPackName(const Database& database) {
    return guarded(database.file(), [&] {
        SQLite::Statement query(database.handle(), "SELECT value FROM setting WHERE name = 'pack'");
        return query.executeStep() ? query.getColumn(0).getString() : std::string(defaultPackName);
    });
}

Result<Precision> libraryPrecision(const Database& database) {
    return guarded(database.file(), [&] {
        SQLite::Statement query(database.handle(), "SELECT value FROM setting WHERE name = 'precision'");
        return query.executeStep() ? precisionFromName(query.getColumn(0).getString()) : Precision::F32;
    });
}

Result<ModelPack> libraryPack(const Database& database, const std::string& name) {
    auto pack = findModelPack(name);
    if (!pack)
        return pack;
    const auto precision = libraryPrecision(database);
    if (!precision)
        return precision.error();
    pack->precision = *precision;
    return pack;
}

Result<std::shared_ptr<const Recipe>> libraryRecipe(const Database& database) {
    const auto name = libraryPackName(database);
    if (!name)
        return name.error();
    const auto pack = libraryPack(database, *name);
    return pack ? libraryRecipe(database, *pack) : pack.error();
}

Result<std::shared_ptr<const Recipe>> libraryRecipe(const Database& database, const ModelPack& pack) {
    auto recipe = loadRecipe(pack);
    if (!recipe)
        return recipe;
    const CodebookRepository repository(database);
    const auto known = repository.all(pack);
    if (!known)
        return known.error();
    for (const Granularity granularity : allGranularities) {
        const auto checksum = repository.chosen(granularity);
        if (!checksum)
            return checksum.error();
        if (std::ranges::find(*known, *checksum, &KnownCodebook::checksum) == known->end())
            continue; // none, or one for another pack
        const auto codebook = repository.load(*checksum, pack);
        if (!codebook)
            return codebook.error();
        recipe = recipeWith(*codebook, **recipe);
    }
    return recipe;
}

} // namespace likeness
