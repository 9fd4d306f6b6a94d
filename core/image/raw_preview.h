// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/result.h"

#include <filesystem>

namespace likeness {

/// The encoded picture that a camera put into its raw file beside the raw data.
struct RawPreview {
    Bytes encoded;
    int orientation = 1; // EXIF orientation of the raw file, 1 to 8
};

/// The largest preview that the decoder can read (Exiv2). UnsupportedFormat for a file that is no raw file,
/// NoRawPreview, DecodeFailed.
Result<RawPreview> largestRawPreview(const std::filesystem::path& file);

} // namespace likeness
