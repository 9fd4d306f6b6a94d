// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace likeness {

/// What the first bytes of a file say that it is. This is the decoder's allow-list: each value but Unknown
/// has exactly one libvips loader, and no other loader is ever asked.
enum class ImageFormat { Jpeg, Png, WebP, Tiff, Heif, Gif, Bmp, Unknown };

/// As many bytes as formatByContent wants to see, where the file has them.
inline constexpr std::size_t formatHeadSize = 256;

/// Heif is HEIC and AVIF, told by the brands of the ftyp box (ISO/IEC 14496-12, 23008-12).
ImageFormat formatByContent(std::span<const std::byte> head);

} // namespace likeness
