// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/encoder.h"

#include <memory>
#include <string_view>
#include <vector>

namespace likeness {

/// The encoder whose method(), bits() and tensors() these are. CodebookUnreadable (method, reason) where the
/// method is not known here or the tensors are not those of that method and length.
Result<std::shared_ptr<const Encoder>> makeEncoder(std::string_view method, int bits,
                                                   const std::vector<Tensor>& tensors);

} // namespace likeness
