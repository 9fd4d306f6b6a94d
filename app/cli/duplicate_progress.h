// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interruption.h"
#include "app/cli/opened_library.h"
#include "core/duplicates/duplicate_finder.h"

namespace likeness::cli {

/// findDuplicates with a line of progress on standard error; ends early when a signal comes. Cancelled.
Result<DuplicateReport> findWithProgress(const OpenedLibrary& library, const DuplicateRequest& request,
                                         const Interruption& interruption);

} // namespace likeness::cli
