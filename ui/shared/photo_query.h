// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"

#include <QImage>

#include <filesystem>
#include <variant>

namespace likeness::ui {

/// What the user searches by: a photo of the library, a file, or pasted pixels.
using PhotoQuery = std::variant<PhotoId, std::filesystem::path, QImage>;

} // namespace likeness::ui
