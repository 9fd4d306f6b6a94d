// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/calibration.h"

#include <cmath>

namespace likeness {

double Calibration::similarity(double score) const {
    return 1.0 / (1.0 + std::exp(-(slope * score + offset)));
}

} // namespace likeness
