// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/model_pack.h"
#include "core/image/image.h"

#include <vector>

namespace likeness {

/// Scales to width x height without keeping the aspect: by area where both sides shrink, else bicubic.
Image resized(const Image& image, int width, int height);

/// The network's input, 1 x 3 x height x width, channels in RGB order.
std::vector<float> networkInput(const Image& image, const InputSpec& spec);

} // namespace likeness
