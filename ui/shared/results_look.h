// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness::ui {

/// How results are laid out.
enum class ResultsLook { Grid, List };

} // namespace likeness::ui
