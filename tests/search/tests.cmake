# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(search/search_engine)
likeness_add_test(search/search_filter)
likeness_add_test(search/search_service)
likeness_add_test(search/fusion)
likeness_add_test(search/layout_match)
likeness_add_test(search/pack_fusion)
likeness_add_test(search/search_variants LIBRARIES likeness_image_headers)
likeness_add_test(search/window_search)
