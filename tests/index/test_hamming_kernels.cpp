// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/hamming_kernels.h"

#include "tests/index/kernel_checks.h"

#include <QtTest>

using namespace likeness;

class TestHammingKernels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allThatThisProcessorRunsAgreeWithTheDefinition() {
        for (const HammingKernels* kernels : availableKernels()) {
            const std::string difference = testing::firstDisagreement(*kernels);
            QVERIFY2(difference.empty(), (std::string(kernels->name) + ": " + difference).c_str());
        }
    }

    void theChosenOnesAreTheFirstAvailable() {
        QCOMPARE(&hammingKernels(), availableKernels().front());
        QCOMPARE(availableKernels().back(), &portableKernels());
    }

#if defined(__x86_64__)
    void aProcessorWithAvx2DoesNotFallBackToThePortableOnes() {
        if (__builtin_cpu_supports("avx2") == 0)
            QSKIP("no AVX2 here");
        QVERIFY(hammingKernels().name != portableKernels().name);
    }
#endif
};

QTEST_APPLESS_MAIN(TestHammingKernels)
#include "test_hamming_kernels.moc"
