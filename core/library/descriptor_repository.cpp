// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/descriptor_repository.h"

#include "core/base/path_text.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>

namespace likeness {

Result<std::vector<PhotoId>> DescriptorRepository::photos(const std::string& descriptorSource) const {
    return guarded(database_.file(), [&] {
        SQLite::Statement query(database_.handle(),
                                "SELECT d.photo_id FROM descriptor d JOIN network n ON n.id = d.network_id "
                                "JOIN photo p ON p.id = d.photo_id WHERE n.sha256 = ? AND p.missing = 0 AND "
                                "p.state = 1 ORDER BY d.photo_id");
        query.bind(1, descriptorSource);
        std::vector<PhotoId> photos;
        while (query.executeStep())
            photos.push_back(PhotoId{query.getColumn(0).getInt64()});
        return photos;
    });
}

Result<std::vector<std::pair<PhotoId, QuantisedDescriptor>>>
DescriptorRepository::descriptors(const std::vector<PhotoId>& photos,
                                  const std::string& descriptorSource) const {
    using Descriptors = std::vector<std::pair<PhotoId, QuantisedDescriptor>>;
    return guarded(database_.file(), [&]() -> Result<Descriptors> {
        SQLite::Statement query(database_.handle(),
                                "SELECT d.vector FROM descriptor d JOIN network n ON n.id = d.network_id "
                                "WHERE n.sha256 = ? AND d.photo_id = ?");
        query.bind(1, descriptorSource);
        Descriptors descriptors;
        for (const PhotoId photo : photos) {
            query.reset();
            query.bind(2, photo.value);
            if (!query.executeStep())
                continue;
            auto descriptor = quantisedFromBlob(bytesOf(query.getColumn(0)));
            if (!descriptor)
                return makeError(
                    ErrorCode::LibraryDamaged,
                    {pathText(database_.file()),
                     "the descriptor of photo " + std::to_string(photo.value) + " has the wrong length"});
            descriptors.emplace_back(photo, *std::move(descriptor));
        }
        return descriptors;
    });
}

} // namespace likeness
