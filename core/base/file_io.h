// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace likeness {

using Bytes = std::vector<std::byte>;

/// The whole file. FileNotFound, FileNotReadable.
Result<Bytes> readFile(const std::filesystem::path& file);

/// Replaces the file in one step (see AtomicFile). FileNotWritable, DiskFull.
Result<void> writeFileAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes);

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::span<const std::byte> bytes);

/// SHA-256 of a file, read in pieces. FileNotFound, FileNotReadable.
Result<std::string> sha256HexOfFile(const std::filesystem::path& file);

} // namespace likeness
