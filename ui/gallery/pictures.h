// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace likeness::ui {

/// Copies the samples, so that one of them can be spoiled, into a folder with a name that a person would use.
void makePictures(const QString& folder);

} // namespace likeness::ui
