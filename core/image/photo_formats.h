// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace likeness {

enum class FileKind {
    Photo,    // one of the formats that the decoder reads itself
    RawPhoto, // a camera's raw format, read through the preview inside
    Other,    // anything else: counted by a scan, never a problem
};

/// What the suffix promises, upper or lower case; the decoder then looks at the content.
FileKind fileKindBySuffix(const std::filesystem::path& file);

} // namespace likeness
