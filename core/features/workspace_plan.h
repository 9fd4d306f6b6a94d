// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace likeness {

/// A piece of memory that the steps firstStep to lastStep of a computation need.
struct WorkspaceBuffer {
    std::size_t bytes = 0;
    int firstStep = 0;
    int lastStep = 0;
};

struct WorkspacePlan {
    std::vector<std::size_t> offsets; // of each buffer, multiples of workspaceAlignment
    std::size_t bytes = 0;            // of the whole workspace
};

inline constexpr std::size_t workspaceAlignment = 64;

/// Places buffers in one workspace so that those which are needed at the same step don't overlap: the largest
/// first, each at the lowest offset that is free (greedy by size: Pisarchyk and Lee 2020).
WorkspacePlan planWorkspace(std::span<const WorkspaceBuffer> buffers);

} // namespace likeness
