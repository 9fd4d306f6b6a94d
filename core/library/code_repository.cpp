// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/code_repository.h"

#include "core/base/path_text.h"
#include "core/library/code_set.h"
#include "core/library/photo_repository.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace likeness {
namespace {

Error damagedBlob(const Database& database, PhotoId photo) {
    return makeError(ErrorCode::LibraryDamaged,
                     {pathText(database.file()),
                      "what is stored of photo " + std::to_string(photo.value) + " has the wrong length"});
}

} // namespace

Result<std::vector<IndexedCode>> CodeRepository::globalCodes() const {
    using Codes = Result<std::vector<IndexedCode>>;
    return guarded(database_.file(), [this]() -> Codes {
        std::vector<IndexedCode> codes;
        const auto codeSet = findCodeSet(database_.handle(), Granularity::Global, fingerprint_);
        if (!codeSet)
            return codes;
        SQLite::Statement query(database_.handle(),
                                "SELECT photo_id, code FROM code WHERE code_set_id = ? AND photo_id NOT IN "
                                "(SELECT id FROM photo WHERE missing <> 0 OR state <> 1) ORDER BY photo_id");
        query.bind(1, codeSet->id);
        while (query.executeStep()) {
            const PhotoId photo{query.getColumn(0).getInt64()};
            auto code = HashCode::fromBytes(bytesOf(query.getColumn(1)), codeSet->bits);
            if (!code)
                return damagedBlob(database_, photo);
            codes.push_back({photo, std::move(*code)});
        }
        return codes;
    });
}

Result<std::vector<IndexedCode>> CodeRepository::globalCodes(std::span<const PhotoId> photos) const {
    using Codes = Result<std::vector<IndexedCode>>;
    return guarded(database_.file(), [this, photos]() -> Codes {
        std::vector<IndexedCode> codes;
        const auto codeSet = findCodeSet(database_.handle(), Granularity::Global, fingerprint_);
        if (!codeSet)
            return codes;
        SQLite::Statement query(database_.handle(),
                                "SELECT c.code FROM code c JOIN photo p ON p.id = c.photo_id WHERE "
                                "c.code_set_id = ? AND c.photo_id = ? AND p.missing = 0 AND p.state = 1");
        query.bind(1, codeSet->id);
        for (const PhotoId photo : photos) {
            query.reset();
            query.bind(2, photo.value);
            if (!query.executeStep())
                continue;
            auto code = HashCode::fromBytes(bytesOf(query.getColumn(0)), codeSet->bits);
            if (!code)
                return damagedBlob(database_, photo);
            codes.push_back({photo, std::move(*code)});
        }
        return codes;
    });
}

Result<std::vector<std::pair<PhotoId, QuantisedDescriptor>>>
CodeRepository::rerankVectors(std::span<const PhotoId> photos) const {
    using Vectors = Result<std::vector<std::pair<PhotoId, QuantisedDescriptor>>>;
    return guarded(database_.file(), [this, photos]() -> Vectors {
        std::vector<std::pair<PhotoId, QuantisedDescriptor>> vectors;
        const auto codeSet = findCodeSet(database_.handle(), Granularity::Global, fingerprint_);
        if (!codeSet)
            return vectors;
        vectors.reserve(photos.size());
        const SQLite::Transaction oneState(database_.handle()); // one lock for all, not one for each
        SQLite::Statement query(database_.handle(),
                                "SELECT vector FROM rerank_vector WHERE code_set_id = ? AND photo_id = ?");
        query.bind(1, codeSet->id);
        for (const PhotoId photo : photos) {
            query.reset();
            query.bind(2, photo.value);
            if (!query.executeStep())
                continue;
            auto vector = quantisedFromBlob(bytesOf(query.getColumn(0)));
            if (!vector)
                return damagedBlob(database_, photo);
            vectors.emplace_back(photo, std::move(*vector));
        }
        return vectors;
    });
}

Result<QuantisedDescriptor> CodeRepository::descriptor(PhotoId photo) const {
    const auto known = PhotoRepository(database_).photo(photo);
    if (!known)
        return known.error();
    return guarded(database_.file(), [&]() -> Result<QuantisedDescriptor> {
        SQLite::Statement query(database_.handle(),
                                "SELECT d.vector FROM descriptor d JOIN code_set s USING (network_id) "
                                "WHERE d.photo_id = ? AND s.granularity = 'global' AND s.fingerprint = ?");
        query.bind(1, photo.value);
        query.bind(2, fingerprint_);
        if (!query.executeStep())
            return makeError(ErrorCode::PhotoNotIndexed, {pathText(known->file)});
        auto vector = quantisedFromBlob(bytesOf(query.getColumn(0)));
        if (!vector)
            return damagedBlob(database_, photo);
        return vector;
    });
}

} // namespace likeness
