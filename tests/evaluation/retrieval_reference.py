# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints retrieval_reference.h: figures of scikit-learn that test_retrieval_reference compares ours with.

Needs scikit-learn (1.9 made the file here): python tests/evaluation/retrieval_reference.py > tests/evaluation/retrieval_reference.h
(and clang-format -i it).
"""
import numpy
import sklearn
from sklearn.metrics import average_precision_score, f1_score, ndcg_score, precision_score, recall_score

CASES, PHOTOS, K = 12, 20, 7


def row(values):
    return "{" + ", ".join(repr(float(value)) if isinstance(value, float) else str(value) for value in values) + "}"


def case(random, number):
    # Odd cases have ties, which scikit-learn resolves by expectation for nDCG alone.
    scores = random.permutation(PHOTOS) if number % 2 == 0 else random.integers(0, 6, PHOTOS)
    gains = random.integers(0, 4, PHOTOS)
    gains[0] = 3
    relevant = (gains >= 2).astype(int)
    taken = (scores >= numpy.sort(scores)[-K]).astype(int)
    figures = {
        "averagePrecision": average_precision_score(relevant, scores) if number % 2 == 0 else -1.0,
        "ndcg": ndcg_score([gains], [scores]),
        "ndcgAtK": ndcg_score([gains], [scores], k=K),
        "precision": precision_score(relevant, taken),
        "recall": recall_score(relevant, taken),
        "f1": f1_score(relevant, taken),
    }
    return (f"    {{{row(int(s) for s in scores)},\n     {row(int(g) for g in gains)},\n     {int(taken.sum())}, "
            + ", ".join(repr(float(value)) for value in figures.values()) + "},")


print("// SPDX-License-Identifier: GPL-3.0-or-later")
print(f"// Printed by retrieval_reference.py with scikit-learn {sklearn.__version__}.")
print("#pragma once\n\n#include <array>\n\nnamespace likeness::testing {\n")
print(f"inline constexpr int referenceK = {K};\n")
print("struct RetrievalReference {")
print(f"    std::array<int, {PHOTOS}> scores;\n    std::array<int, {PHOTOS}> gains; // 2 and more: relevant")
print("    int taken; // photos that score as the k-th or better: precision, recall and f1 are theirs")
print("    double averagePrecision; // -1: there are ties\n    double ndcg;\n    double ndcgAtK;")
print("    double precision;\n    double recall;\n    double f1;\n};\n")
print(f"inline constexpr std::array<RetrievalReference, {CASES}> retrievalReferences{{{{")
generator = numpy.random.default_rng(7)
for index in range(CASES):
    print(case(generator, index))
print("}};\n\n} // namespace likeness::testing")
