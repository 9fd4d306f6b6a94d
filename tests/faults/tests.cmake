# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(faults/disk_full LIBRARIES SQLiteCpp)
likeness_add_test(faults/kill LIBRARIES SQLiteCpp)
add_dependencies(test_disk_full library_helper)
add_dependencies(test_kill library_helper)
