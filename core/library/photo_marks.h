// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/result.h"
#include "core/library/database.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

namespace likeness {

enum class ColourLabel { None = 0, Red = 1, Orange = 2, Yellow = 3, Green = 4, Blue = 5, Violet = 6 };

inline constexpr std::array allColourLabels{ColourLabel::None,   ColourLabel::Red,   ColourLabel::Orange,
                                            ColourLabel::Yellow, ColourLabel::Green, ColourLabel::Blue,
                                            ColourLabel::Violet};

/// "red".
std::string_view colourLabelName(ColourLabel label);
std::optional<ColourLabel> colourLabelFromName(std::string_view name);

inline constexpr int mostStars = 5;

/// What the user says of a photo besides its tags.
struct PhotoMarks {
    int rating = 0; // stars, 0 to mostStars; 0 is unrated
    ColourLabel label = ColourLabel::None;
    bool operator==(const PhotoMarks&) const = default;
};

/// Ratings and colour labels. They stand in the library alone and belong to photo ids, so that they survive
/// moves. Used on the thread of its Database, which outlives it. Every function may fail with LibraryFailed
/// or LibraryDamaged; those that write also with DiskFull or LibraryReadOnly.
class MarkRepository {
public:
    explicit MarkRepository(const Database& database) : database_(database) {}

    /// Of the photos that have any.
    Result<std::unordered_map<PhotoId, PhotoMarks>> all() const;
    /// All photos or none; unknown ones are passed over. InvalidArgument where the rating isn't 0 to
    /// mostStars.
    Result<void> setRating(int rating, std::span<const PhotoId> photos) const;
    Result<void> setLabel(ColourLabel label, std::span<const PhotoId> photos) const;
    /// All of them or none.
    Result<void> set(std::span<const std::pair<PhotoId, PhotoMarks>> marks) const;

private:
    const Database& database_;
};

} // namespace likeness
