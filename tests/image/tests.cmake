# SPDX-License-Identifier: GPL-3.0-or-later
# Headers alone: core already links both, and their compile flags would not fit the precompiled header.
add_library(likeness_image_headers INTERFACE)
target_include_directories(likeness_image_headers SYSTEM INTERFACE ${vips_INCLUDE_DIRS} ${exiv2_INCLUDE_DIRS})

likeness_add_test(image/photo_formats)
likeness_add_test(image/decoder LIBRARIES likeness_image_headers)
likeness_add_test(image/bad_photos LIBRARIES likeness_image_headers)
likeness_add_test(image/raw_preview LIBRARIES likeness_image_headers)
likeness_add_test(image/thumbnail LIBRARIES likeness_image_headers)
likeness_add_test(image/metadata LIBRARIES likeness_image_headers)
likeness_add_test(image/orientation)
likeness_add_test(image/corruptions)
