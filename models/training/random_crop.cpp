// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/random_crop.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>

namespace likeness::training {
namespace {

struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

Box randomBox(const Image& image, std::mt19937_64& random) {
    std::uniform_real_distribution<double> area(0.3, 1.0);
    std::uniform_real_distribution<double> logAspect(std::log(0.75), std::log(4.0 / 3.0));
    const double side = std::sqrt(area(random));
    const double stretch = std::exp(logAspect(random) / 2);
    const auto part = [](int whole, double share) {
        return std::clamp(static_cast<int>(std::lround(whole * share)), 1, whole);
    };
    Box box;
    box.width = part(image.width, side * stretch);
    box.height = part(image.height, side / stretch);
    box.x = std::uniform_int_distribution(0, image.width - box.width)(random);
    box.y = std::uniform_int_distribution(0, image.height - box.height)(random);
    return box;
}

} // namespace

Image randomCrop(const Image& image, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const Box box = randomBox(image, random);
    const bool mirrored = random() % 2 == 1;
    Image crop{box.width, box.height, {}};
    crop.rgb.reserve(static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height) * 3);
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x) {
            const int column = box.x + (mirrored ? box.width - 1 - x : x);
            const auto pixel = static_cast<std::ptrdiff_t>(box.y + y) * image.width + column;
            const auto first = image.rgb.begin() + 3 * pixel;
            crop.rgb.insert(crop.rgb.end(), first, first + 3);
        }
    return crop;
}

} // namespace likeness::training
