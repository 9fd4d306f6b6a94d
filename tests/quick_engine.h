// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/backbone.h"

namespace likeness {

/// For tests that need some real engine, the same for all that is compared: several times as fast as
/// OpenCV's, which stands in where a build has no oneDNN.
inline constexpr Engine quickEngine = Engine::OneDnn;

} // namespace likeness
