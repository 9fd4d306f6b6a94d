# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(library/database LIBRARIES SQLiteCpp)
likeness_add_test(library/indexer)
