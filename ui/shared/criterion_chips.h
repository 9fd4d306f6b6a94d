// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip_bar.h"
#include "ui/shared/photo_criteria.h"

#include <functional>
#include <vector>

namespace likeness::ui {

/// A chip for each criterion in force; `set` gets the criteria without the one that was taken away.
std::vector<ChipBar::Chip> criterionChips(const PhotoCriteria& criteria,
                                          const std::function<void(const PhotoCriteria&)>& set);

} // namespace likeness::ui
