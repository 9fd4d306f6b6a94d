// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and files for the tests of the decoder, made by libvips and by hand.
#pragma once

#include "core/base/file_io.h"
#include "core/image/image.h"
#include "core/image/vips_library.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace likeness::test {

using Colour = std::array<int, 3>;

/// Four quarters in muted colours, which press inks can print too: any turn or mirror image shows.
inline constexpr std::array<Colour, 4> quarterColours{Colour{190, 70, 60}, Colour{70, 140, 80},
                                                      Colour{60, 80, 150}, Colour{200, 180, 90}};

/// A folder of its own for each test, gone afterwards.
class Folder {
public:
    Folder() { folder_.setAutoRemove(false); }
    // Qt can't remove names that are not UTF-8.
    ~Folder() { std::filesystem::remove_all(folder_.path().toStdString()); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    std::filesystem::path operator/(const std::string& name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

private:
    QTemporaryDir folder_;
};

/// Upright picture of the four quarters.
inline Image quarters(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : quarterColours[(y * 2 < height ? 0U : 2U) + (x * 2 < width ? 0U : 1U)])
                image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

inline VipsImagePtr vipsOf(const Image& image) {
    startVips();
    VipsImagePtr made(vips_image_new_from_memory_copy(image.rgb.data(), image.rgb.size(), image.width,
                                                      image.height, 3, VIPS_FORMAT_UCHAR));
    made->Type = VIPS_INTERPRETATION_sRGB;
    return made;
}

/// The quarters in whatever size, streamed and not kept: both sides are multiples of `factor`.
inline VipsImagePtr largeQuarters(int width, int height, int factor) {
    const VipsImagePtr small = vipsOf(quarters(width / factor, height / factor));
    return vipsResult([&](VipsImage** out) { return vips_zoom(small.get(), out, factor, factor, nullptr); });
}

inline VipsImagePtr inSpace(const VipsImagePtr& image, VipsInterpretation space) {
    return vipsResult([&](VipsImage** out) { return vips_colourspace(image.get(), out, space, nullptr); });
}

/// Writes by the suffix, with libvips options such as "photo.jpg[Q=90]".
inline void save(const VipsImagePtr& image, const std::filesystem::path& file,
                 const std::string& options = {}) {
    QVERIFY2(image && vips_image_write_to_file(image.get(), (file.native() + options).c_str(), nullptr) == 0,
             vips_error_buffer());
    vips_error_clear();
}

inline void saveBytes(const std::filesystem::path& file, const std::string& bytes) {
    QVERIFY(writeFileAtomically(file, std::as_bytes(std::span(bytes))));
}

inline std::string bytesOfFile(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    return {reinterpret_cast<const char*>(bytes->data()), bytes->size()};
}

inline Colour colourAt(const Image& image, int x, int y) {
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) *
        3;
    return {image.rgb[at], image.rgb[at + 1], image.rgb[at + 2]};
}

/// Greatest difference of any channel in the middles of the four quarters from the colours given.
inline int quarterError(const Image& image, const std::array<Colour, 4>& expected = quarterColours) {
    int worst = 0;
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        const Colour colour = colourAt(image, image.width * (quarter % 2 == 0 ? 1 : 3) / 4,
                                       image.height * (quarter < 2 ? 1 : 3) / 4);
        for (std::size_t channel = 0; channel < 3; ++channel)
            worst = std::max(worst, std::abs(colour[channel] - expected[quarter][channel]));
    }
    return worst;
}

inline void appendLittleEndian(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// An uncompressed 24-bit Windows bitmap.
inline std::string bmpOf(const Image& image) {
    const auto rowSize = static_cast<std::uint32_t>((image.width * 3 + 3) / 4 * 4);
    std::string bytes = "BM";
    appendLittleEndian(bytes, 54 + rowSize * static_cast<std::uint32_t>(image.height), 4);
    for (const std::uint32_t value :
         {0U, 54U, 40U, static_cast<std::uint32_t>(image.width), static_cast<std::uint32_t>(image.height)})
        appendLittleEndian(bytes, value, 4);
    appendLittleEndian(bytes, 1, 2);
    appendLittleEndian(bytes, 24, 2);
    bytes.append(24, '\0');
    for (int y = image.height - 1; y >= 0; --y) {
        const std::size_t rowEnd = bytes.size() + rowSize;
        for (int x = 0; x < image.width; ++x) {
            const Colour colour = colourAt(image, x, y);
            for (const std::size_t channel : {2U, 1U, 0U})
                bytes += static_cast<char>(colour[channel]);
        }
        bytes.resize(rowEnd, '\0');
    }
    return bytes;
}

} // namespace likeness::test
