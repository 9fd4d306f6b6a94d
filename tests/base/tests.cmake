# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(base/error)
likeness_add_test(base/file_io)
likeness_add_test(base/machine_state)
likeness_add_test(base/path_text)
likeness_add_test(base/bounded_queue)
likeness_add_test(base/label_set)
likeness_add_test(base/layers)
likeness_add_test(base/worker_pool)
