// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/reencoding.h"

#include "core/library/code_set.h"
#include "core/library/codebook_repository.h"
#include "core/library/descriptor_repository.h"
#include "core/library/photo_writer.h"
#include "core/library/writer_lock.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace likeness {
namespace {

constexpr std::size_t photosPerCommit = 1000;

Result<void> encode(const Database& database, const Recipe& recipe, std::span<const PhotoId> photos,
                    PhotoWriter& writer) {
    const auto descriptors = DescriptorRepository(database).descriptors({photos.begin(), photos.end()},
                                                                        recipe.pack().descriptorSource());
    if (!descriptors)
        return descriptors.error();
    std::vector<IndexResult> results;
    for (const auto& [photo, descriptor] : *descriptors)
        results.push_back({photo, ReencodedPhoto{std::nullopt, recipe.encodePhoto(descriptor)}});
    return writer.store(results);
}

Result<void> makeCurrent(const Database& database, const Recipe& recipe) {
    const std::string& checksum = recipe.codebook().checksum;
    const auto known = CodebookRepository(database).all(recipe.pack());
    if (!known)
        return known.error();
    const bool own = std::ranges::find(*known, checksum, &KnownCodebook::checksum) != known->end();
    if (auto chosen =
            CodebookRepository(database).choose(Granularity::Global, own ? checksum : std::string());
        !chosen)
        return chosen;
    const auto adopted = adoptRecipe(database, recipe);
    return adopted ? Result<void>() : adopted.error();
}

} // namespace

Result<std::int64_t> switchGlobalCodebook(const Database& database, const Recipe& recipe,
                                          const std::function<void(double)>& progress,
                                          const std::stop_token& stop) {
    const auto lock = WriterLock::acquire(database.file());
    if (!lock)
        return lock.error();
    const auto ids = codeSetsOf(database, recipe);
    if (!ids)
        return ids.error();
    const auto photos = photosLackingCodes(database, *ids);
    if (!photos)
        return photos.error();
    auto writer = PhotoWriter::open(database, *ids);
    if (!writer)
        return writer.error();
    for (std::size_t done = 0; done < photos->size();) {
        if (stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        const auto batch = std::span(*photos).subspan(done, std::min(photosPerCommit, photos->size() - done));
        if (auto encoded = encode(database, recipe, batch, *writer); !encoded)
            return encoded.error();
        done += batch.size();
        if (progress)
            progress(static_cast<double>(done) / static_cast<double>(photos->size()));
    }
    if (auto current = makeCurrent(database, recipe); !current)
        return current.error();
    return static_cast<std::int64_t>(photos->size());
}

} // namespace likeness
