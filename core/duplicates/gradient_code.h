// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/gray_image.h"
#include "core/hashing/hash_code.h"
#include "core/image/orientation.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace likeness {

inline constexpr int gradientCodeBits = 256;

/// The eight ways to lay a photo, upright first.
inline constexpr std::array<Orientation, 8> allOrientations{
    Orientation{Orientation::Mirror::No, 0},  Orientation{Orientation::Mirror::No, 1},
    Orientation{Orientation::Mirror::No, 2},  Orientation{Orientation::Mirror::No, 3},
    Orientation{Orientation::Mirror::Yes, 0}, Orientation{Orientation::Mirror::Yes, 1},
    Orientation{Orientation::Mirror::Yes, 2}, Orientation{Orientation::Mirror::Yes, 3}};

/// A photo squashed to 32 x 32 cells of luma: enough to propose whole copies in any orientation without
/// opening the photo again.
class Miniature {
public:
    static constexpr int side = 32;

    Miniature() = default;
    explicit Miniature(const GrayImage& image);

    Miniature laid(Orientation orientation) const;

    /// Difference hash (Krawetz 2013): bit x + 16 y is set where cell x of row y is darker than the next one,
    /// of 17 x 16 cells.
    HashCode gradientCode() const;

    /// Pearson's correlation of the cells, -1 to 1; 0 where one of the two is of one colour. The luma of the
    /// cells decides, not contrast and brightness.
    double correlation(const Miniature& other) const;

private:
    std::array<std::uint8_t, static_cast<std::size_t>(side) * side> cells_{};
};

} // namespace likeness
