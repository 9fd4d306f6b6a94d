// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a library of any size without photos, from one that was indexed: each photo's codes are those of a
// real one with some bits flipped, so that they lie in clusters as real codes do. For measuring only: its
// files don't exist.
#include "core/base/path_text.h"
#include "core/library/code_repository.h"
#include "core/library/code_snapshot.h"
#include "core/library/codebook_repository.h"
#include "core/library/database.h"
#include "core/library/descriptor_repository.h"
#include "core/library/index_loading.h"
#include "core/library/photo_repository.h"
#include "core/library/photo_writer.h"
#include "core/library/recipe_succession.h"
#include "core/library/scan_plan.h"
#include "core/library/scan_writer.h"
#include "core/library/thumbnail_cache.h"
#include "core/library/writer_lock.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace likeness;

namespace {

struct Settings {
    std::filesystem::path output;
    std::filesystem::path like;
    std::filesystem::path folder; // the new library's root; a folder that exists
    std::int64_t photos = 100'000;
    std::uint64_t seed = 1;
    bool codesOnly = false;
    std::string pack{defaultPackName};
};

void addOptions(CLI::App& program, Settings& settings) {
    program.add_option("OUTPUT", settings.output, "The library to make")->required();
    program.add_option("--like", settings.like, "A library that was indexed")->required();
    program.add_option("--folder", settings.folder, "An empty folder, where its photos seem to lie")
        ->required();
    program.add_option("--photos", settings.photos)->capture_default_str();
    program.add_option("--pack", settings.pack, "One of those that it was indexed with")
        ->capture_default_str();
    program.add_option("--seed", settings.seed)->capture_default_str();
    program.add_flag("--codes-only", settings.codesOnly, "Codes of whole photos, and nothing else");
}

/// Ends the program with the error's text.
template <typename T>
T orEnd(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// What the new photos are made from.
struct Original {
    IndexedPhoto photo;
    std::optional<Bytes> thumbnail;
};

std::vector<Original> originals(const Database& database, const std::filesystem::path& file,
                                const Recipe& recipe) {
    const auto indexes = orEnd(loadIndexes(database, recipe));
    const auto thumbnails = orEnd(ThumbnailCache::open(file));
    const CodeRepository codes(database, recipe.fingerprint());
    std::vector<Original> all;
    for (const Photo& photo : orEnd(PhotoRepository(database).photos())) {
        const auto id = std::span(&photo.id, 1);
        const auto global = indexes->global.codesOf(id);
        const auto rerank = orEnd(codes.rerankVectors(id));
        if (photo.missing || global.empty() || rerank.empty())
            continue;
        Original original;
        original.photo.codes = {global.front().code, rerank.front().second,
                                orEnd(codes.descriptor(photo.id))};
        if (auto regions = indexes->regions.codesOf(id); !regions.empty())
            original.photo.windows.regions = std::move(regions.front().codes);
        if (auto parts = indexes->parts.codesOf(id); !parts.empty())
            original.photo.windows.parts = std::move(parts.front().codes);
        original.photo.width = photo.width;
        original.photo.height = photo.height;
        original.photo.format = photo.format;
        original.photo.camera = photo.camera;
        original.thumbnail = orEnd(thumbnails.find(photo.id, photo.stamp));
        all.push_back(std::move(original));
    }
    return all;
}

class Maker {
public:
    Maker(std::vector<Original> originals, const Settings& settings)
        : originals_(std::move(originals)), settings_(settings), random_(settings.seed) {}

    const Original& anyOriginal() {
        return originals_[std::uniform_int_distribution<std::size_t>(0, originals_.size() - 1)(random_)];
    }

    /// How unlike its original a photo is, as the share of bits that are flipped.
    double anyDistance() { return std::uniform_real_distribution(.01, .2)(random_); }

    IndexedPhoto likeOriginal(const Original& original, const FileStamp& stamp) {
        const double share = anyDistance();
        IndexedPhoto photo = original.photo;
        photo.stamp = stamp;
        for (std::byte& byte : photo.contentHash)
            byte = static_cast<std::byte>(random_());
        photo.takenAt = 1'200'000'000 + static_cast<std::int64_t>(random_() % 500'000'000);
        std::vector<std::uint64_t> words(photo.codes.global.words().begin(),
                                         photo.codes.global.words().end());
        flip(words, photo.codes.global.bits(), share);
        photo.codes.global = HashCode::fromWords(words, photo.codes.global.bits());
        if (settings_.codesOnly) {
            photo.windows = {};
            photo.codes.rerank = photo.codes.descriptor = {};
        }
        flip(photo.windows.regions.words, photo.windows.regions.bits, share);
        flip(photo.windows.parts.words, photo.windows.parts.bits, share);
        return photo;
    }

private:
    /// Flips about `share` of the bits of codes that stand one after the other.
    void flip(std::vector<std::uint64_t>& words, int bits, double share) {
        if (words.empty())
            return;
        const std::size_t perCode = wordsForBits(bits);
        std::geometric_distribution<std::size_t> gap(share);
        const std::size_t all = words.size() / perCode * static_cast<std::size_t>(bits);
        for (std::size_t bit = gap(random_); bit < all; bit += 1 + gap(random_)) {
            const std::size_t inCode = bit % static_cast<std::size_t>(bits);
            words[bit / static_cast<std::size_t>(bits) * perCode + inCode / 64] ^= std::uint64_t{1}
                                                                                   << (inCode % 64);
        }
    }

    std::vector<Original> originals_;
    const Settings& settings_;
    std::mt19937_64 random_;
};

/// A thousand photos a folder, as cameras number them.
FoundFile file(std::int64_t number) {
    char name[64];
    std::snprintf(name, sizeof name, "%04lld/IMG_%07lld.jpg", static_cast<long long>(number / 1000),
                  static_cast<long long>(number));
    return {name, {4'000'000 + number, number}};
}

void fill(const Settings& settings, Maker maker, const Recipe& recipe) {
    const auto lock = orEnd(WriterLock::acquire(settings.output));
    const auto database = orEnd(Database::open(settings.output, OpenMode::Create));
    const auto ids = orEnd(beginSuccession(database, recipe));
    const auto folders = std::vector{settings.folder};
    const RootId root = orEnd(planScan(database, folders)).targets.front().root.id;
    auto photos = orEnd(PhotoWriter::open(database, ids));
    auto thumbnails = orEnd(ThumbnailCache::open(settings.output));
    constexpr std::int64_t perBatch = 2000;
    for (std::int64_t first = 0; first < settings.photos; first += perBatch) {
        ScanBatch batch;
        for (std::int64_t i = first; i < std::min(first + perBatch, settings.photos); ++i)
            batch.added.push_back(file(i));
        const auto added = orEnd(ScanWriter(database).commit(root, batch));
        std::vector<IndexResult> results;
        std::vector<Thumbnail> pictures;
        for (std::size_t i = 0; i < added.size(); ++i) {
            const Original& original = maker.anyOriginal();
            results.push_back({added[i], maker.likeOriginal(original, batch.added[i].stamp)});
            if (original.thumbnail && !settings.codesOnly)
                pictures.push_back({added[i], batch.added[i].stamp, *original.thumbnail});
        }
        orEnd(photos.store(results));
        orEnd(thumbnails.put(pictures));
    }
    orEnd(refreshCodeSnapshot(database, recipe));
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program("Makes a library of any size, to measure with");
    Settings settings;
    addOptions(program, settings);
    CLI11_PARSE(program, argc, argv);
    const auto source = orEnd(Database::open(settings.like, OpenMode::ReadOnly));
    const auto recipe = orEnd(libraryRecipe(source, orEnd(findModelPack(settings.pack))));
    auto all = originals(source, settings.like, *recipe);
    if (all.empty())
        orEnd(Result<void>(makeError(ErrorCode::LibraryEmpty, {pathText(settings.like)})));
    fill(settings, Maker(std::move(all), settings), *recipe);
    return 0;
}
