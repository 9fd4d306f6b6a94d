# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(evaluation/metrics)
likeness_add_test(evaluation/ground_truth)
likeness_add_test(evaluation/tie_ranker)
likeness_add_test(evaluation/evaluator)
likeness_add_test(evaluation/pack_ranker)
likeness_add_test(evaluation/box_truth)
likeness_add_test(evaluation/calibration_error)
likeness_add_test(evaluation/box_evaluator)
