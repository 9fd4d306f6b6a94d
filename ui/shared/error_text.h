// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace likeness::ui {

/// What happened and what to do, in the language of the window.
QString translatedError(const Error& error);

} // namespace likeness::ui
