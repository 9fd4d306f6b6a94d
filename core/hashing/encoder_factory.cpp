// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/encoder_factory.h"

#include "core/hashing/linear_encoder.h"

#include <algorithm>
#include <string>

namespace likeness {

Result<std::shared_ptr<const Encoder>> makeEncoder(std::string_view method, int bits,
                                                   const std::vector<Tensor>& tensors) {
    const std::string name(method);
    if (std::ranges::find(linearMethods, method) == linearMethods.end())
        return makeError(ErrorCode::CodebookUnreadable, {name, "its method is not known here"});
    auto map = affineMapFrom(tensors);
    if (!map || map->rows != bits || tensors.size() != 2)
        return makeError(ErrorCode::CodebookUnreadable, {name, "its tensors have wrong shapes"});
    return std::shared_ptr<const Encoder>(std::make_shared<LinearEncoder>(name, *std::move(map)));
}

} // namespace likeness
