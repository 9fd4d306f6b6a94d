// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/duplicate_progress.h"

#include "app/cli/progress_line.h"

#include <algorithm>
#include <string>

namespace likeness::cli {
namespace {

std::string phaseName(DuplicateProgress::Phase phase) {
    switch (phase) {
    case DuplicateProgress::Phase::Reading:
        return "Looking at photos";
    case DuplicateProgress::Phase::Proposing:
        return "Looking for pairs";
    case DuplicateProgress::Phase::Comparing:
        break;
    }
    return "Comparing pairs";
}

} // namespace

Result<DuplicateReport> findWithProgress(const OpenedLibrary& library, const DuplicateRequest& request,
                                         const Interruption& interruption) {
    ProgressLine line;
    std::stop_source stop;
    const auto show = [&](const DuplicateProgress& progress) {
        if (interruption.signal() != 0)
            stop.request_stop();
        line.show(phaseName(progress.phase),
                  static_cast<double>(progress.done) /
                      static_cast<double>(std::max<std::size_t>(progress.total, 1)),
                  std::to_string(progress.done) + " of " + std::to_string(progress.total));
    };
    auto report = findDuplicates(library.database, library.indexes->global, *library.recipe, request,
                                 {stop.get_token(), show});
    line.clear();
    return report;
}

} // namespace likeness::cli
