// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/result.h"
#include "core/image/image.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace likeness {

/// What people and programs do to photos; near-duplicates are measured with these eight.
enum class PhotoEdit {
    Recompressed, // JPEG of quality 30
    HalfSize,     // half as wide and high
    Noise,        // Gaussian, standard deviation 20 of 255, each channel by itself
    Brighter,     // 1.3 times as bright, and 20 of 255 more
    Banner,       // a band with bars over the lowest 15 % of the photo
    Cropped,      // 80 % of each side, off the middle
    Mirrored,     // left to right
    Turned,       // a quarter clockwise
};

inline constexpr std::array allPhotoEdits{PhotoEdit::Recompressed, PhotoEdit::HalfSize, PhotoEdit::Noise,
                                          PhotoEdit::Brighter,     PhotoEdit::Banner,   PhotoEdit::Cropped,
                                          PhotoEdit::Mirrored,     PhotoEdit::Turned};

/// "jpeg30", "half", "noise", "bright", "banner", "crop80", "mirror", "rot90".
std::string_view photoEditName(PhotoEdit edit);

/// The edited photo as a JPEG file, of quality 90 where the edit doesn't say another one. `seed` decides the
/// noise and where a crop lies. DecodeFailed.
Result<Bytes> editedJpeg(const Image& photo, PhotoEdit edit, std::uint32_t seed);

} // namespace likeness
