// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/query_state.h"
#include "ui/similar/restriction.h"

#include <QByteArray>

#include <filesystem>
#include <optional>
#include <vector>

namespace likeness::ui {

/// A query that is kept: photos by their files, so that it means the same whatever the library calls them.
struct SavedQuery {
    std::filesystem::path photo;
    SearchMode tool = SearchMode::Whole;
    std::vector<Rectangle> region{};
    std::vector<Rectangle> spots{};
    std::vector<std::filesystem::path> alsoLike{};
    std::vector<std::filesystem::path> unlike{};
    Combination combination = Combination::Mean;
    Restriction restriction{};
};

/// A JSON object.
QByteArray toJson(const SavedQuery& query);
/// Nothing where it is none, or of a later version.
std::optional<SavedQuery> savedQueryFrom(const QByteArray& json);

} // namespace likeness::ui
