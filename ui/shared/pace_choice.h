// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness::ui {

/// How much of the machine indexing takes: Automatic is gentle on battery and while other programs are at
/// work.
enum class PaceChoice { Automatic, Full, Gentle };

} // namespace likeness::ui
