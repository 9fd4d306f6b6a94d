// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness::ui {

/// Who gives or takes back a tag, stars or a label.
enum class RemarkOrigin {
    User,
    History, // what the user did is taken back, or done again
};

} // namespace likeness::ui
