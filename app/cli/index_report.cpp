// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/index_report.h"

#include "app/cli/output.h"

#include <string>

namespace likeness::cli {
namespace {

std::string durationText(std::chrono::seconds duration) {
    constexpr std::chrono::minutes longTime{2};
    constexpr std::chrono::hours veryLongTime{2};
    if (duration < longTime)
        return std::to_string(duration.count()) + " s";
    if (duration < veryLongTime)
        return std::to_string(std::chrono::round<std::chrono::minutes>(duration).count()) + " min";
    return std::to_string(std::chrono::round<std::chrono::hours>(duration).count()) + " h";
}

std::string indexingText(const IndexProgress& progress) {
    std::string text = std::to_string(progress.done) + " of " + counted(progress.toIndex, "photo");
    if (progress.photosPerSecond > 0)
        text += ", " + decimal(progress.photosPerSecond, 1) + " a second";
    if (progress.timeLeft)
        text += ", " + durationText(*progress.timeLeft) + " left";
    if (progress.problems > 0)
        text += ", " + counted(progress.problems, "problem");
    return text;
}

} // namespace

bool IndexReport::waitForEnd(std::chrono::milliseconds time) const {
    return ended_.wait_for(time) == std::future_status::ready;
}

void IndexReport::onProgress(const IndexProgress& progress) {
    if (progress.phase == IndexProgress::Phase::Scanning)
        line_.show("Looking for photos", {}, counted(progress.found, "photo") + " found");
    else if (progress.phase == IndexProgress::Phase::Indexing && progress.toIndex > 0)
        line_.show("Indexing", static_cast<double>(progress.done) / static_cast<double>(progress.toIndex),
                   indexingText(progress));
}

void IndexReport::onFinished(const Result<IndexSummary>& summary) {
    line_.clear();
    end_.set_value(summary);
}

} // namespace likeness::cli
