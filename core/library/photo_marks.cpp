// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_marks.h"

#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <string>

namespace likeness {
namespace {

/// By the label's number.
constexpr std::array<std::string_view, allColourLabels.size()> labelNames{"none",  "red",  "orange", "yellow",
                                                                          "green", "blue", "violet"};

/// Runs a statement whose parameters are a value and a photo's id, for each photo.
Result<void> setForEach(const Database& database, const char* sql, int value,
                        std::span<const PhotoId> photos) {
    return guarded(database.file(), [&] {
        SQLite::Transaction transaction(database.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement set(database.handle(), sql);
        for (const PhotoId photo : photos) {
            set.bind(1, value);
            set.bind(2, photo.value);
            runOnce(set);
        }
        transaction.commit();
    });
}

} // namespace

std::string_view colourLabelName(ColourLabel label) {
    return labelNames[static_cast<std::size_t>(label)];
}

std::optional<ColourLabel> colourLabelFromName(std::string_view name) {
    const auto found = std::ranges::find(labelNames, name);
    if (found == labelNames.end())
        return std::nullopt;
    return allColourLabels[static_cast<std::size_t>(found - labelNames.begin())];
}

Result<std::unordered_map<PhotoId, PhotoMarks>> MarkRepository::all() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(), "SELECT id, rating, colour_label FROM photo "
                                                    "WHERE rating <> 0 OR colour_label <> 0");
        std::unordered_map<PhotoId, PhotoMarks> marks;
        while (query.executeStep())
            marks.emplace(PhotoId{query.getColumn(0).getInt64()},
                          PhotoMarks{query.getColumn(1).getInt(),
                                     static_cast<ColourLabel>(query.getColumn(2).getInt())});
        return marks;
    });
}

Result<void> MarkRepository::setRating(int rating, std::span<const PhotoId> photos) const {
    if (rating < 0 || rating > mostStars)
        return makeError(ErrorCode::InvalidArgument,
                         {"a rating is 0 to 5 stars, not " + std::to_string(rating)});
    return setForEach(database_, "UPDATE photo SET rating = ? WHERE id = ?", rating, photos);
}

Result<void> MarkRepository::setLabel(ColourLabel label, std::span<const PhotoId> photos) const {
    return setForEach(database_, "UPDATE photo SET colour_label = ? WHERE id = ?", static_cast<int>(label),
                      photos);
}

Result<void> MarkRepository::set(std::span<const std::pair<PhotoId, PhotoMarks>> marks) const {
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement set(database_.handle(),
                              "UPDATE photo SET rating = ?, colour_label = ? WHERE id = ?");
        for (const auto& [photo, mark] : marks) {
            set.bind(1, mark.rating);
            set.bind(2, static_cast<int>(mark.label));
            set.bind(3, photo.value);
            runOnce(set);
        }
        transaction.commit();
    });
}

} // namespace likeness
