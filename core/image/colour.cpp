// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/colour.h"

#include <memory>
#include <vector>

namespace likeness {
namespace {

std::vector<double> whiteOf(VipsInterpretation interpretation) {
    switch (interpretation) {
    case VIPS_INTERPRETATION_CMYK:
        return {0};
    case VIPS_INTERPRETATION_LAB:
        return {100, 0, 0};
    case VIPS_INTERPRETATION_RGB16:
    case VIPS_INTERPRETATION_GREY16:
        return {65535};
    case VIPS_INTERPRETATION_scRGB:
        return {1};
    default:
        return {255};
    }
}

bool isEightOrSixteenBit(const VipsImage* image) {
    const VipsBandFormat format = vips_image_get_format(image);
    return format == VIPS_FORMAT_UCHAR || format == VIPS_FORMAT_USHORT;
}

/// Interpretations whose samples are not fractions of a greatest value.
bool isColorimetric(VipsInterpretation interpretation) {
    return interpretation == VIPS_INTERPRETATION_LAB || interpretation == VIPS_INTERPRETATION_LABS ||
           interpretation == VIPS_INTERPRETATION_XYZ || interpretation == VIPS_INTERPRETATION_scRGB;
}

VipsImagePtr throughProfile(VipsImage* image, VipsInterpretation interpretation) {
    const bool embedded = vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0;
    const bool cmyk = interpretation == VIPS_INTERPRETATION_CMYK;
    if (!isEightOrSixteenBit(image) || !(embedded || cmyk))
        return nullptr;
    return vipsResult([&](VipsImage** out) {
        return vips_icc_transform(image, out, "srgb", "embedded", TRUE, "input_profile",
                                  cmyk ? "cmyk" : "srgb", "intent", VIPS_INTENT_PERCEPTUAL, nullptr);
    });
}

VipsImagePtr byInterpretation(VipsImagePtr image, VipsInterpretation interpretation) {
    if (!isEightOrSixteenBit(image.get()) && !isColorimetric(interpretation)) {
        image = vipsResult([&](VipsImage** out) { return vips_scale(image.get(), out, nullptr); });
        if (!image)
            return nullptr;
        interpretation = image->Bands < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
    }
    return vipsResult([&](VipsImage** out) {
        return vips_colourspace(image.get(), out, VIPS_INTERPRETATION_sRGB, "source_space", interpretation,
                                nullptr);
    });
}

} // namespace

VipsImagePtr flattenedOnWhite(VipsImagePtr image) {
    if (!vips_image_hasalpha(image.get()))
        return image;
    const auto white = whiteOf(vips_image_guess_interpretation(image.get()));
    const std::unique_ptr<VipsArea, decltype(&vips_area_unref)> background(
        VIPS_AREA(vips_array_double_new(white.data(), static_cast<int>(white.size()))), &vips_area_unref);
    return vipsResult([&](VipsImage** out) {
        return vips_flatten(image.get(), out, "background", background.get(), nullptr);
    });
}

VipsImagePtr toSrgb(VipsImagePtr image) {
    const VipsInterpretation interpretation = vips_image_guess_interpretation(image.get());
    VipsImagePtr converted = throughProfile(image.get(), interpretation);
    if (!converted)
        converted = byInterpretation(std::move(image), interpretation);
    if (!converted || converted->Bands == 3)
        return converted;
    return vipsResult(
        [&](VipsImage** out) { return vips_extract_band(converted.get(), out, 0, "n", 3, nullptr); });
}

} // namespace likeness
