# SPDX-License-Identifier: GPL-3.0-or-later
likeness_add_test(hashing/hash_code)
likeness_add_test(hashing/itq_training)
likeness_add_test(hashing/codebook)
likeness_add_test(hashing/rerank_score)
