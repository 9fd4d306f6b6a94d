// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/workspace_plan.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace likeness;

namespace {

bool liveTogether(const WorkspaceBuffer& a, const WorkspaceBuffer& b) {
    return std::max(a.firstStep, b.firstStep) <= std::min(a.lastStep, b.lastStep);
}

std::vector<WorkspaceBuffer> randomBuffers(std::size_t count) {
    std::mt19937 random(7);
    std::vector<WorkspaceBuffer> buffers;
    for (std::size_t i = 0; i < count; ++i) {
        const int first = static_cast<int>(random() % 50);
        buffers.push_back({random() % 5000, first, first + static_cast<int>(random() % 8)});
    }
    return buffers;
}

} // namespace

class TestWorkspacePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buffersNeededAtTheSameStepNeverOverlap() {
        const auto buffers = randomBuffers(200);
        const WorkspacePlan plan = planWorkspace(buffers);
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            QVERIFY(plan.offsets[i] + buffers[i].bytes <= plan.bytes);
            QCOMPARE(plan.offsets[i] % workspaceAlignment, std::size_t{0});
            for (std::size_t j = 0; j < i; ++j)
                if (liveTogether(buffers[i], buffers[j]))
                    QVERIFY(plan.offsets[i] + buffers[i].bytes <= plan.offsets[j] ||
                            plan.offsets[j] + buffers[j].bytes <= plan.offsets[i]);
        }
    }

    void memoryThatIsNoLongerNeededIsUsedAgain() {
        // Each step reads what the step before wrote: two buffers' worth is enough.
        std::vector<WorkspaceBuffer> chain;
        for (int step = 0; step < 10; ++step)
            chain.push_back({1024, step, step + 1});
        QCOMPARE(planWorkspace(chain).bytes, std::size_t{2048});
    }

    void noBuffersNeedNoMemory() { QCOMPARE(planWorkspace({}).bytes, std::size_t{0}); }
};

QTEST_APPLESS_MAIN(TestWorkspacePlan)
#include "test_workspace_plan.moc"
