// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness::ui {

enum class ThemeChoice { System, Light, Dark };

} // namespace likeness::ui
