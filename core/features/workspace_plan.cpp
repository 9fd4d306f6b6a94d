// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/workspace_plan.h"

#include <algorithm>
#include <numeric>

namespace likeness {
namespace {

struct Placed {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::size_t aligned(std::size_t bytes) {
    return (bytes + workspaceAlignment - 1) / workspaceAlignment * workspaceAlignment;
}

bool liveTogether(const WorkspaceBuffer& a, const WorkspaceBuffer& b) {
    return a.firstStep <= b.lastStep && b.firstStep <= a.lastStep;
}

/// `busy` is sorted by where it begins.
std::size_t lowestFree(std::size_t bytes, const std::vector<Placed>& busy) {
    std::size_t offset = 0;
    for (const Placed& other : busy) {
        if (offset + bytes <= other.begin)
            break;
        offset = std::max(offset, other.end);
    }
    return offset;
}

} // namespace

WorkspacePlan planWorkspace(std::span<const WorkspaceBuffer> buffers) {
    std::vector<std::size_t> order(buffers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return buffers[i].bytes; });
    WorkspacePlan plan{std::vector<std::size_t>(buffers.size()), 0};
    for (auto current = order.begin(); current != order.end(); ++current) {
        std::vector<Placed> busy;
        for (auto other = order.begin(); other != current; ++other)
            if (liveTogether(buffers[*other], buffers[*current]))
                busy.push_back({plan.offsets[*other], plan.offsets[*other] + aligned(buffers[*other].bytes)});
        std::ranges::sort(busy, {}, &Placed::begin);
        const std::size_t bytes = aligned(buffers[*current].bytes);
        plan.offsets[*current] = lowestFree(bytes, busy);
        plan.bytes = std::max(plan.bytes, plan.offsets[*current] + bytes);
    }
    return plan;
}

} // namespace likeness
