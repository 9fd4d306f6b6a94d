// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/backbone.h"

#include <memory>
#include <string>

namespace likeness {

/// Of the oneDNN that is linked, "2.6.3"; empty where Likeness was built without.
std::string oneDnnVersion();

/// Whether this CPU computes in bfloat16 by itself (avx512_core_bf16). Emulated it is slower than 32 bits.
bool hasFastBf16();

/// The pack's network on oneDNN, in the pack's precision. All backbones of a network in the process share its
/// weights. NetworkFailed where the network has layers that importConvolutionGraph() doesn't know;
/// EngineUnavailable where Likeness was built without oneDNN, or the CPU lacks the precision.
Result<std::unique_ptr<Backbone>> openOneDnnBackbone(const ModelPack& pack);

} // namespace likeness
