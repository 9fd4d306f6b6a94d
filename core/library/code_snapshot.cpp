// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/code_snapshot.h"

#include "core/base/atomic_file.h"
#include "core/base/mapped_file.h"
#include "core/base/path_text.h"
#include "core/library/code_stream.h"
#include "core/library/sqlite_guard.h"

#include <SQLiteCpp/Transaction.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace likeness {
namespace {

static_assert(std::endian::native == std::endian::little, "the file is read as it lies in memory");

constexpr std::array granularities{Granularity::Global, Granularity::Region, Granularity::Part};

struct Section {
    std::uint64_t photos = 0;
    std::uint64_t windows = 0; // of all photos; of whole photos one each
    std::uint64_t words = 0;   // of one code
};

/// Then, for each granularity: photo ids, where windows start (regions and parts), words, window numbers
/// (parts, with room up to 8 bytes; photos have all regions). Then XXH3-128 of everything before.
struct Header {
    std::array<char, 8> magic{'L', 'K', 'C', 'O', 'D', 'E', 'S', '1'};
    std::int64_t generation = 0;
    std::uint64_t recipe = 0;
    std::array<Section, granularities.size()> sections;
};
static_assert(std::has_unique_object_representations_v<Header>);

constexpr std::size_t checksumLength = sizeof(XXH128_canonical_t);

/// Room of an array of `count` items, up to a multiple of 8 bytes.
template <typename T>
std::uint64_t roomFor(std::uint64_t count) {
    return (count * sizeof(T) + 7) / 8 * 8;
}

std::uint64_t lengthOf(const Section& section, Granularity granularity) {
    const std::uint64_t codes =
        roomFor<PhotoId>(section.photos) + section.windows * section.words * sizeof(std::uint64_t);
    if (granularity == Granularity::Global)
        return codes;
    const std::uint64_t starts = (section.photos + 1) * sizeof(std::uint64_t);
    return codes + starts + (granularity == Granularity::Part ? roomFor<std::uint16_t>(section.windows) : 0);
}

std::uint64_t fingerprintOf(const Recipe& recipe) {
    std::string all;
    for (const Granularity granularity : granularities)
        all += recipe.fingerprint(granularity) + '\n';
    return XXH3_64bits(all.data(), all.size());
}

std::int64_t generationOf(const Database& database) {
    return database.handle().execAndGet("SELECT value FROM codes_generation").getInt64();
}

/// Of a file to be written. In a transaction of the caller.
Header headerFor(const Database& database, const Recipe& recipe) {
    Header header;
    header.generation = generationOf(database);
    header.recipe = fingerprintOf(recipe);
    for (std::size_t i = 0; i < granularities.size(); ++i) {
        const CodeStream codes(database, recipe, granularities[i]);
        const CodeStream::Size size = codes.size();
        header.sections[i] = {size.photos, size.windows, wordsForBits(codes.bits())};
    }
    return header;
}

/// Writes arrays and keeps their checksum.
class Writer {
public:
    explicit Writer(AtomicFile file)
        : file_(std::move(file)), checksum_(XXH3_createState(), &XXH3_freeState) {
        XXH3_128bits_reset(checksum_.get());
    }

    template <typename T>
    Result<void> add(std::span<const T> items) {
        const auto bytes = std::as_bytes(items);
        buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
        return buffer_.size() < enough ? Result<void>() : flush();
    }

    Result<void> fillUp() {
        buffer_.resize((buffer_.size() + 7) / 8 * 8);
        return {};
    }

    Result<void> commit() {
        if (auto flushed = flush(); !flushed)
            return flushed;
        XXH128_canonical_t checksum;
        XXH128_canonicalFromHash(&checksum, XXH3_128bits_digest(checksum_.get()));
        if (auto written = file_.write(std::as_bytes(std::span(checksum.digest))); !written)
            return written;
        return file_.commit();
    }

private:
    static constexpr std::size_t enough = std::size_t{1} << 20U;

    Result<void> flush() {
        // Whole groups of 8 bytes, so that fillUp() knows where it is.
        const std::size_t length = buffer_.size() / 8 * 8;
        XXH3_128bits_update(checksum_.get(), buffer_.data(), length);
        auto written = file_.write(std::span(buffer_).first(length));
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(length));
        return written;
    }

    AtomicFile file_;
    std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> checksum_;
    std::vector<std::byte> buffer_;
};

Result<void> writeSection(const CodeStream& codes, Granularity granularity, Writer& writer) {
    using Codes = CodeStream::Codes;
    auto done = codes.read([&](const Codes& photo) { return writer.add(std::span(&photo.photo, 1)); });
    if (done && granularity != Granularity::Global) {
        std::uint64_t start = 0;
        done = writer.add(std::span<const std::uint64_t>(&start, 1));
        if (done)
            done = codes.read([&](const Codes& photo) {
                start += photo.windows.size();
                return writer.add(std::span<const std::uint64_t>(&start, 1));
            });
    }
    if (done)
        done = codes.read([&](const Codes& photo) { return writer.add(photo.words); });
    if (done && granularity == Granularity::Part)
        done = codes.read([&](const Codes& photo) { return writer.add(photo.windows); });
    return done ? writer.fillUp() : done;
}

Result<void> writeSnapshot(const Database& database, const Recipe& recipe, const Header& header) {
    auto file = AtomicFile::create(codeSnapshotFile(database.file()));
    if (!file)
        return file.error();
    Writer writer(*std::move(file));
    if (auto written = writer.add(std::span<const Header>(&header, 1)); !written)
        return written;
    for (const Granularity granularity : granularities) {
        auto written = writeSection(CodeStream(database, recipe, granularity), granularity, writer);
        if (!written)
            return written;
    }
    return writer.commit();
}

/// Hands out arrays that lie one after the other in a mapped file.
class Reader {
public:
    Reader(std::shared_ptr<const MappedFile> file, std::size_t at) : file_(std::move(file)), at_(at) {}

    template <typename T>
    SharedArray<T> take(std::uint64_t count) {
        const auto* const items = reinterpret_cast<const T*>(file_->bytes().data() + at_);
        at_ += roomFor<T>(count);
        return {std::span(items, count), file_};
    }

    WindowSegment takeWindows(const Section& section, Granularity granularity) {
        auto photos = take<PhotoId>(section.photos);
        auto starts = take<std::uint64_t>(section.photos + 1);
        auto words = take<std::uint64_t>(section.windows * section.words);
        const std::uint64_t numbered = granularity == Granularity::Part ? section.windows : 0;
        return {std::move(photos), std::move(starts), std::move(words), take<std::uint16_t>(numbered)};
    }

private:
    std::shared_ptr<const MappedFile> file_;
    std::size_t at_;
};

bool isWhole(std::span<const std::byte> bytes, const Header& header) {
    std::uint64_t length = sizeof(Header) + checksumLength;
    for (std::size_t i = 0; i < granularities.size(); ++i)
        length += lengthOf(header.sections[i], granularities[i]);
    if (bytes.size() != length)
        return false;
    XXH128_canonical_t stored;
    std::memcpy(&stored, bytes.last(checksumLength).data(), checksumLength);
    return XXH128_isEqual(XXH3_128bits(bytes.data(), bytes.size() - checksumLength),
                          XXH128_hashFromCanonical(&stored)) != 0;
}

struct FittingFile {
    std::shared_ptr<const MappedFile> file;
    Header header;
};

/// The library's snapshot, where it has one of this recipe and of what its tables hold now, undamaged. Throws
/// what SQLiteCpp throws.
std::optional<FittingFile> fittingFile(const Database& database, const Recipe& recipe) {
    const auto file = MappedFile::open(codeSnapshotFile(database.file()));
    if (!file || (*file)->bytes().size() < sizeof(Header))
        return std::nullopt;
    FittingFile found{*file, {}};
    const auto bytes = found.file->bytes();
    std::memcpy(&found.header, bytes.data(), sizeof(Header));
    const bool fits = found.header.magic == Header().magic &&
                      found.header.generation == generationOf(database) &&
                      found.header.recipe == fingerprintOf(recipe) && isWhole(bytes, found.header);
    return fits ? std::optional(std::move(found)) : std::nullopt;
}

} // namespace

std::filesystem::path codeSnapshotFile(const std::filesystem::path& library) {
    std::filesystem::path file = library;
    file += "-codes";
    return file;
}

Result<std::optional<CodeSnapshot>> openCodeSnapshot(const Database& database, const Recipe& recipe) {
    const auto found = guarded(database.file(), [&] { return fittingFile(database, recipe); });
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<CodeSnapshot>();
    const auto& [file, header] = **found;
    Reader reader(file, sizeof(Header));
    const Section& global = header.sections.front();
    auto photos = reader.take<PhotoId>(global.photos);
    CodeSnapshot snapshot{
        {std::move(photos), reader.take<std::uint64_t>(global.photos * global.words)}, {}, {}};
    snapshot.regions = reader.takeWindows(header.sections[1], Granularity::Region);
    snapshot.parts = reader.takeWindows(header.sections[2], Granularity::Part);
    return std::optional(std::move(snapshot));
}

Result<void> refreshCodeSnapshot(const Database& database, const Recipe& recipe) {
    return guarded(database.file(), [&]() -> Result<void> {
        const SQLite::Transaction oneState(database.handle()); // what is read belongs together
        if (fittingFile(database, recipe))
            return {};
        return writeSnapshot(database, recipe, headerFor(database, recipe));
    });
}

} // namespace likeness
