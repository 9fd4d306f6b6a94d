// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/photo_edit.h"

#include "core/features/preprocessing.h"
#include "core/image/orientation.h"
#include "core/image/vips_library.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

namespace likeness {
namespace {

constexpr int quality = 90;
constexpr int lowQuality = 30;

std::uint8_t clamped(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

Image withNoise(Image photo, std::uint32_t seed) {
    std::mt19937 generator(seed);
    std::normal_distribution<double> noise(0, 20);
    for (std::uint8_t& value : photo.rgb)
        value = clamped(value + noise(generator));
    return photo;
}

Image brighter(Image photo) {
    for (std::uint8_t& value : photo.rgb)
        value = clamped(value * 1.3 + 20);
    return photo;
}

/// Bars stand for letters.
Image withBanner(Image photo) {
    const int top = photo.height - std::max(1, photo.height * 15 / 100);
    const int barWidth = std::max(2, photo.width / 60);
    for (int y = top; y < photo.height; ++y)
        for (int x = 0; x < photo.width; ++x) {
            const bool isBar = y > top + (photo.height - top) / 3 &&
                               y < photo.height - (photo.height - top) / 3 && x / barWidth % 2 == 1 &&
                               x > photo.width / 8 && x < photo.width * 7 / 8;
            auto* const pixel =
                &photo.rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(photo.width) +
                                static_cast<std::size_t>(x))];
            std::fill(pixel, pixel + 3, isBar ? std::uint8_t{240} : std::uint8_t{20});
        }
    return photo;
}

Image croppedTo80(const Image& photo, std::uint32_t seed) {
    std::mt19937 generator(seed);
    std::uniform_real_distribution<double> offset(0, 0.2);
    const double x = offset(generator);
    return cropped(photo, {x, offset(generator), 0.8, 0.8});
}

Image edited(const Image& photo, PhotoEdit edit, std::uint32_t seed) {
    switch (edit) {
    case PhotoEdit::Recompressed:
        return photo;
    case PhotoEdit::HalfSize:
        return resized(photo, std::max(1, photo.width / 2), std::max(1, photo.height / 2));
    case PhotoEdit::Noise:
        return withNoise(photo, seed);
    case PhotoEdit::Brighter:
        return brighter(photo);
    case PhotoEdit::Banner:
        return withBanner(photo);
    case PhotoEdit::Cropped:
        return croppedTo80(photo, seed);
    case PhotoEdit::Mirrored:
        return oriented(photo, {Orientation::Mirror::Yes, 0});
    case PhotoEdit::Turned:
        break;
    }
    return oriented(photo, {Orientation::Mirror::No, 1});
}

} // namespace

std::string_view photoEditName(PhotoEdit edit) {
    static constexpr std::array<std::string_view, allPhotoEdits.size()> names{
        "jpeg30", "half", "noise", "bright", "banner", "crop80", "mirror", "rot90"};
    return names[static_cast<std::size_t>(edit)];
}

Result<Bytes> editedJpeg(const Image& photo, PhotoEdit edit, std::uint32_t seed) {
    const auto failure = [] { return makeError(ErrorCode::DecodeFailed, {"edited photo", takeVipsError()}); };
    if (!startVips() || photo.empty())
        return failure();
    const Image image = edited(photo, edit, seed);
    const VipsImagePtr pixels(vips_image_new_from_memory(image.rgb.data(), image.rgb.size(), image.width,
                                                         image.height, 3, VIPS_FORMAT_UCHAR));
    if (!pixels)
        return failure();
    pixels->Type = VIPS_INTERPRETATION_sRGB;
    void* data = nullptr;
    std::size_t size = 0;
    if (vips_jpegsave_buffer(pixels.get(), &data, &size, "Q",
                             edit == PhotoEdit::Recompressed ? lowQuality : quality, nullptr) != 0)
        return failure();
    const std::unique_ptr<void, decltype(&g_free)> owner(data, &g_free);
    const auto* begin = static_cast<const std::byte*>(data);
    return Bytes(begin, begin + size);
}

} // namespace likeness
