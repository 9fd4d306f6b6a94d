// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/window_repository.h"

#include "core/base/path_text.h"
#include "core/library/code_set.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace likeness {
namespace {

using Windows = Result<std::vector<IndexedWindows>>;

constexpr const char* searchableCodes =
    "SELECT c.photo_id, c.code FROM code c JOIN photo p ON p.id = c.photo_id WHERE c.code_set_id = ? "
    "AND p.missing = 0 AND p.state = 1 ";

/// Appends the rows that the statement gives.
Result<void> readRows(SQLite::Statement& query, Granularity granularity, const CodeSet& codeSet,
                      const Database& database, std::vector<IndexedWindows>& photos) {
    while (query.executeStep()) {
        const auto blob = bytesOf(query.getColumn(1));
        auto codes = granularity == Granularity::Region ? windowsFromBlob(blob, codeSet.bits)
                                                        : spotsFromBlob(blob, codeSet.bits);
        if (!codes)
            return makeError(ErrorCode::LibraryDamaged,
                             {pathText(database.file()), codes.error().arguments.front()});
        photos.push_back({PhotoId{query.getColumn(0).getInt64()}, *std::move(codes)});
    }
    return {};
}

} // namespace

Windows WindowRepository::codes(Granularity granularity) const {
    return guarded(database_.file(), [&]() -> Windows {
        std::vector<IndexedWindows> photos;
        const auto codeSet = findCodeSet(database_.handle(), granularity, recipe_.fingerprint(granularity));
        if (!codeSet)
            return photos;
        SQLite::Statement query(database_.handle(), std::string(searchableCodes) + "ORDER BY c.photo_id");
        query.bind(1, codeSet->id);
        if (const auto read = readRows(query, granularity, *codeSet, database_, photos); !read)
            return read.error();
        return photos;
    });
}

Windows WindowRepository::codes(Granularity granularity, std::span<const PhotoId> wanted) const {
    return guarded(database_.file(), [&]() -> Windows {
        std::vector<IndexedWindows> photos;
        const auto codeSet = findCodeSet(database_.handle(), granularity, recipe_.fingerprint(granularity));
        if (!codeSet)
            return photos;
        SQLite::Statement query(database_.handle(), std::string(searchableCodes) + "AND c.photo_id = ?");
        query.bind(1, codeSet->id);
        for (const PhotoId photo : wanted) {
            query.reset();
            query.bind(2, photo.value);
            if (const auto read = readRows(query, granularity, *codeSet, database_, photos); !read)
                return read.error();
        }
        return photos;
    });
}

Result<std::unordered_map<PhotoId, SaliencyMap>>
WindowRepository::saliency(std::span<const PhotoId> photos) const {
    return guarded(database_.file(), [&] {
        const MapSpec& map = recipe_.pack().stride32;
        const SQLite::Transaction oneState(database_.handle()); // one lock for all, not one for each
        std::unordered_map<PhotoId, SaliencyMap> maps;
        SQLite::Statement query(database_.handle(),
                                "SELECT d.saliency FROM descriptor d JOIN network n ON n.id = d.network_id "
                                "WHERE d.photo_id = ? AND n.sha256 = ?");
        query.bind(2, recipe_.pack().descriptorSource());
        for (const PhotoId photo : photos) {
            query.reset();
            query.bind(1, photo.value);
            if (!query.executeStep())
                continue;
            const auto blob = bytesOf(query.getColumn(0));
            const auto* const cells = reinterpret_cast<const std::uint8_t*>(blob.data());
            if (blob.size() == static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height))
                maps.emplace(photo, SaliencyMap{map.width, map.height, {cells, cells + blob.size()}});
        }
        return maps;
    });
}

} // namespace likeness
