// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/result.h"
#include "core/image/decoder.h"

namespace likeness {

/// Longer side of a stored thumbnail in pixels.
inline constexpr int thumbnailSide = 256;

/// Scales to the photo's true aspect with the longer side at thumbnailSide (never enlarged) and compresses to
/// JPEG. DecodeFailed.
Result<Bytes> encodeThumbnail(const DecodedPhoto& photo);

/// The pixels of a stored thumbnail. DecodeFailed.
Result<Image> decodeThumbnail(const Bytes& jpeg);

} // namespace likeness
