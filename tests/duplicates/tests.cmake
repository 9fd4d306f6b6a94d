# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(duplicates/duplicate_parts)
likeness_add_test(duplicates/duplicate_finder LIBRARIES SQLiteCpp)
likeness_add_test(duplicates/duplicate_actions)
