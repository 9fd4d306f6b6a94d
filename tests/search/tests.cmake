# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(search/search_engine)
likeness_add_test(search/search_service)
