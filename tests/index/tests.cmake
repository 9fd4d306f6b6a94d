# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(index/hamming_scan)
likeness_add_test(index/hash_tables)
likeness_add_test(index/live_index)
likeness_add_test(index/window_index)
