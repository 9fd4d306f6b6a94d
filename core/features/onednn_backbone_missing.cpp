// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled in place of onednn_backbone.cpp where oneDNN is not installed.
#include "core/features/onednn_backbone.h"

namespace likeness {

std::string oneDnnVersion() {
    return {};
}

bool hasFastBf16() {
    return false;
}

Result<std::unique_ptr<Backbone>> openOneDnnBackbone(const ModelPack& /*pack*/) {
    return makeError(ErrorCode::EngineUnavailable, {std::string(engineName(Engine::OneDnn))});
}

} // namespace likeness
