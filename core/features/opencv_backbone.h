// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/backbone.h"

#include <memory>

namespace likeness {

/// The pack's network in OpenCV's DNN module, on the target of that engine: Cpu, OpenCl or Cuda. Imports the
/// ONNX file and checks that it has the manifest's outputs, but runs nothing yet: the first pass shows
/// whether the engine works. NetworkFailed.
Result<std::unique_ptr<Backbone>> openOpenCvBackbone(const ModelPack& pack, Engine engine);

} // namespace likeness
