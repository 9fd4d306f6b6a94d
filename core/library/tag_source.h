// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness {

/// photo_tag.source: where a photo's tag comes from.
enum class TagSource {
    User = 0,
    File = 1,    // the photo's metadata
    Removed = 2, // by the user: the photo doesn't have it, whatever its metadata say
};

} // namespace likeness
