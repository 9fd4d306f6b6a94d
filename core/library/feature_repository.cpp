// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/feature_repository.h"

#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace likeness {

Result<std::unordered_map<PhotoId, QuantisedDescriptor>>
FeatureRepository::features(const std::string& kind, std::span<const Photo> photos) const {
    using Features = std::unordered_map<PhotoId, QuantisedDescriptor>;
    return guarded(database_.file(), [&]() -> Result<Features> {
        Features found;
        SQLite::Statement query(database_.handle(),
                                "SELECT vector FROM baseline_feature WHERE photo_id = ? AND kind = ? AND "
                                "bytes = ? AND modified_ns = ?");
        for (const Photo& photo : photos) {
            const StatementReset reset(query);
            query.bind(1, photo.id.value);
            query.bind(2, kind);
            bindStamp(query, 3, 4, photo.stamp);
            if (!query.executeStep())
                continue;
            auto vector = quantisedFromBlob(bytesOf(query.getColumn(0)));
            if (!vector)
                return vector.error();
            found.emplace(photo.id, *std::move(vector));
        }
        return found;
    });
}

Result<void> FeatureRepository::put(const std::string& kind, std::span<const StoredFeature> features) const {
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement insert(database_.handle(),
                                 "INSERT OR REPLACE INTO baseline_feature (photo_id, kind, bytes, "
                                 "modified_ns, vector) VALUES (?, ?, ?, ?, ?)");
        for (const StoredFeature& feature : features) {
            insert.bind(1, feature.photo.value);
            insert.bind(2, kind);
            bindStamp(insert, 3, 4, feature.stamp);
            const auto blob = toBlob(feature.vector);
            bindBytes(insert, 5, blob);
            runOnce(insert);
        }
        transaction.commit();
    });
}

} // namespace likeness
