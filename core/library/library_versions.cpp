// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library_versions.h"

#include <exiv2/exiv2.hpp>
#include <opencv2/core/utility.hpp>
#include <sqlite3.h>
#include <vips/vips.h>

namespace likeness {

std::vector<std::pair<std::string, std::string>> libraryVersions() {
    return {{"OpenCV", cv::getVersionString()},
            {"libvips", vips_version_string()},
            {"Exiv2", Exiv2::versionString()},
            {"SQLite", sqlite3_libversion()}};
}

} // namespace likeness
