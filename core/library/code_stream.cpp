// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/code_stream.h"

#include "core/base/path_text.h"
#include "core/library/code_set.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>

#include <bit>
#include <cstring>
#include <string>
#include <vector>

namespace likeness {
namespace {

constexpr const char* searchable =
    " FROM code WHERE code_set_id = ? AND length(code) > 0 AND photo_id NOT IN "
    "(SELECT id FROM photo WHERE missing <> 0 OR state <> 1)";

std::size_t bytesOfCode(int bits) {
    return (static_cast<std::size_t>(bits) + 7) / 8;
}

/// Takes blobs apart into memory that is used again for the next one.
class BlobReader {
public:
    BlobReader(int bits, bool isNumbered)
        : bits_(bits),
          perWindow_(bytesOfCode(bits) + (isNumbered ? sizeof(std::uint16_t) : 0)),
          isNumbered_(isNumbered) {}

    bool read(std::span<const std::byte> blob) {
        static_assert(std::endian::native == std::endian::little, "words are copied as they are stored");
        if (blob.size() % perWindow_ != 0)
            return false;
        const std::size_t count = blob.size() / perWindow_;
        const std::size_t length = wordsForBits(bits_);
        words.assign(count * length, 0);
        windows.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            std::memcpy(words.data() + i * length, blob.data() + i * bytesOfCode(bits_), bytesOfCode(bits_));
            windows[i] = static_cast<std::uint16_t>(i);
        }
        if (isNumbered_)
            std::memcpy(windows.data(), blob.data() + count * bytesOfCode(bits_),
                        count * sizeof(std::uint16_t));
        return true;
    }

    std::vector<std::uint64_t> words;
    std::vector<std::uint16_t> windows;

private:
    int bits_;
    std::size_t perWindow_;
    bool isNumbered_;
};

} // namespace

CodeStream::CodeStream(const Database& database, const Recipe& recipe, Granularity granularity)
    : database_(database), granularity_(granularity) {
    if (const auto set = findCodeSet(database.handle(), granularity, recipe.fingerprint(granularity))) {
        codeSet_ = set->id;
        bits_ = set->bits;
    }
}

Result<void> CodeStream::read(const std::function<Result<void>(const Codes&)>& visit) const {
    if (codeSet_ == 0)
        return {};
    SQLite::Statement query(database_.handle(),
                            std::string("SELECT photo_id, code") + searchable + " ORDER BY photo_id");
    query.bind(1, codeSet_);
    BlobReader blob(bits_, granularity_ == Granularity::Part);
    while (query.executeStep()) {
        const PhotoId photo{query.getColumn(0).getInt64()};
        if (!blob.read(bytesOf(query.getColumn(1))))
            return makeError(
                ErrorCode::LibraryDamaged,
                {pathText(database_.file()),
                 "what is stored of photo " + std::to_string(photo.value) + " has the wrong length"});
        if (auto visited = visit({photo, blob.words, blob.windows}); !visited)
            return visited;
    }
    return {};
}

CodeStream::Size CodeStream::size() const {
    if (codeSet_ == 0)
        return {};
    SQLite::Statement query(database_.handle(),
                            std::string("SELECT count(*), coalesce(sum(length(code)), 0)") + searchable);
    query.bind(1, codeSet_);
    query.executeStep();
    return {static_cast<std::uint64_t>(query.getColumn(0).getInt64()),
            static_cast<std::uint64_t>(query.getColumn(1).getInt64()) / bytesPerWindow()};
}

std::size_t CodeStream::bytesPerWindow() const {
    return bytesOfCode(bits_) + (granularity_ == Granularity::Part ? sizeof(std::uint16_t) : 0);
}

} // namespace likeness
