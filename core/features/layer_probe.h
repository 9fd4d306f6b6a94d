// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/convolution_graph.h"

#include <opencv2/dnn.hpp>
#include <optional>

namespace likeness {

// OpenCV's public interface doesn't tell the parameters of these layers. Each is run alone, on a tiny input,
// to see what it does. Call before the network's first pass, which fuses layers. Throws what OpenCV throws.

struct Padding {
    Extent begin{};
    Extent end{};
    bool operator==(const Padding&) const = default;
};

/// What a Padding layer adds to rows and columns; nothing where it does more than add zeros there.
std::optional<Padding> probePadding(cv::dnn::Layer& layer);

/// Whether an Eltwise layer adds its two inputs.
bool probeIsSum(cv::dnn::Layer& layer);

} // namespace likeness
