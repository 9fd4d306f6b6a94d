// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exiv2/exiv2.hpp>
#include <string>
#include <vector>

namespace likeness {

/// What people wrote into the photo to find it again, as printable UTF-8, each once, in the file's order:
/// first those with levels ("Places/Paris": digiKam's TagsList, Lightroom's hierarchicalSubject), then those
/// of XMP's dc:subject that are not a level of one of them, as programs write both. IPTC keywords count where
/// XMP has none: they hold the same, cut off at 64 bytes. At most 500.
std::vector<std::string> keywordsOf(const Exiv2::Image& image);

} // namespace likeness
