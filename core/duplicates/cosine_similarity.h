// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/quantised_descriptor.h"

namespace likeness {

/// Of two stored vectors of one length, -1 to 1; 0 where one is zero.
double cosineSimilarity(const QuantisedDescriptor& a, const QuantisedDescriptor& b);

} // namespace likeness
