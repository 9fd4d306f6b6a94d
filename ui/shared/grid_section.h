// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace likeness::ui {

/// A run of rows under a heading, up to the next one.
struct GridSection {
    int first = 0; // row
    QString title;
    bool operator==(const GridSection&) const = default;
};

} // namespace likeness::ui
