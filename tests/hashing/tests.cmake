# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(hashing/hash_code)
likeness_add_test(hashing/itq_training)
likeness_add_test(hashing/codebook)
likeness_add_test(hashing/encoder_factory)
likeness_add_test(hashing/rerank_score)
likeness_add_test(hashing/calibration_fit)
target_sources(test_calibration_fit PRIVATE ${PROJECT_SOURCE_DIR}/models/training/calibration_fit.cpp)
likeness_add_test(hashing/default_codebook)
