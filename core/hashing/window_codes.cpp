// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/window_codes.h"

#include "core/base/little_endian.h"

#include <limits>
#include <string>

namespace likeness {
namespace {

std::size_t bytesOfCode(int bits) {
    return (static_cast<std::size_t>(bits) + 7) / 8;
}

/// Reads codes one after the other, as many as there are whole ones in `bytes`.
Result<WindowCodes> codesFrom(std::span<const std::byte> bytes, int bits, std::size_t trailing) {
    const std::size_t perWindow = bytesOfCode(bits) + trailing;
    if (bits < 1 || bytes.size() % perWindow != 0 ||
        bytes.size() / perWindow > std::numeric_limits<std::uint16_t>::max())
        return makeError(ErrorCode::InvalidArgument, {"codes of " + std::to_string(bits) + " bits have " +
                                                      std::to_string(bytes.size()) + " bytes"});
    WindowCodes codes;
    codes.bits = bits;
    for (std::size_t i = 0; i < bytes.size() / perWindow; ++i) {
        const auto code = HashCode::fromBytes(bytes.subspan(i * bytesOfCode(bits), bytesOfCode(bits)), bits);
        if (!code)
            return code.error();
        codes.add(static_cast<std::uint16_t>(i), *code);
    }
    return codes;
}

} // namespace

Bytes windowsToBlob(const WindowCodes& codes) {
    Bytes blob;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto bytes = HashCode::fromWords(codes.code(i), codes.bits).toBytes();
        blob.insert(blob.end(), bytes.begin(), bytes.end());
    }
    return blob;
}

Result<WindowCodes> windowsFromBlob(std::span<const std::byte> blob, int bits) {
    return codesFrom(blob, bits, 0);
}

Bytes spotsToBlob(const WindowCodes& codes) {
    Bytes blob = windowsToBlob(codes);
    for (const std::uint16_t window : codes.windows)
        appendLittleEndian(blob, window);
    return blob;
}

Result<WindowCodes> spotsFromBlob(std::span<const std::byte> blob, int bits) {
    auto codes = codesFrom(blob, bits, sizeof(std::uint16_t));
    if (!codes)
        return codes;
    auto numbers = blob.subspan(codes->size() * bytesOfCode(bits));
    for (std::uint16_t& window : codes->windows) {
        window = readLittleEndian<std::uint16_t>(numbers);
        numbers = numbers.subspan(sizeof(std::uint16_t));
    }
    return codes;
}

} // namespace likeness
