// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/result.h"
#include "core/hashing/codebook.h"
#include "core/hashing/recipe.h"
#include "core/library/database.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace likeness {

/// A codebook that was trained for a library, as its list shows it.
struct KnownCodebook {
    std::string checksum;
    Granularity granularity = Granularity::Global;
    std::string method;
    int bits = 0;
    std::string fittedOn;
};

/// The codebooks that a library keeps, besides those of the model pack. Used on the thread of its Database,
/// which outlives it. Every function may fail with LibraryFailed or LibraryDamaged.
class CodebookRepository {
public:
    explicit CodebookRepository(const Database& database) : database_(database) {}

    /// For the pack's network, the newest first.
    Result<std::vector<KnownCodebook>> all(const ModelPack& pack) const;
    /// CodebookMissing.
    Result<Codebook> load(const std::string& checksum, const ModelPack& pack) const;
    /// The newest of that granularity, method and length. CodebookMissing.
    Result<Codebook> find(Granularity granularity, const std::string& method, int bits,
                          const ModelPack& pack) const;

    /// Keeps the codebook, and returns it with its checksum. DiskFull, LibraryReadOnly.
    Result<Codebook> add(const Codebook& codebook) const;

    /// The one that the library is searched with; empty: the pack's.
    Result<std::string> chosen(Granularity granularity) const;
    Result<void> choose(Granularity granularity, const std::string& checksum) const;

private:
    Result<Codebook> read(const std::string& condition, const std::vector<std::string>& values,
                          const ModelPack& pack, std::vector<std::string> missing) const;

    const Database& database_;
};

/// The pack that the library was indexed with last; defaultPackName before that.
Result<std::string> libraryPackName(const Database& database);

/// What the library was indexed in last; F32 before that.
Result<Precision> libraryPrecision(const Database& database);

/// The pack of that name in the library's precision. Errors of findModelPack, too.
Result<ModelPack> libraryPack(const Database& database, const std::string& name);

/// That pack in that precision, with the codebooks that the library has chosen. Errors of findModelPack, too.
Result<std::shared_ptr<const Recipe>> libraryRecipe(const Database& database);

/// The pack with the codebooks that the library has chosen, the pack's own where it has chosen none.
/// Errors of loadRecipe and CodebookRepository.
Result<std::shared_ptr<const Recipe>> libraryRecipe(const Database& database, const ModelPack& pack);

/// The same with another codebook, which takes the place of that of its granularity. One that was never saved
/// gets the checksum that its file would have.
Result<std::shared_ptr<const Recipe>> recipeWith(const Codebook& wanted, const Recipe& others);

/// The recipe with that codebook of the library for regions or parts; with the pack's own where the checksum
/// is empty. Unchanged where the library has no such codebook for the recipe's pack. Errors of
/// CodebookRepository::load.
Result<std::shared_ptr<const Recipe>> withWindowCodebook(const Database& database, const Recipe& recipe,
                                                         Granularity granularity,
                                                         const std::string& checksum);

} // namespace likeness
