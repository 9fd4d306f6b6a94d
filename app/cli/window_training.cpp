// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/window_training.h"

#include "app/cli/progress_line.h"
#include "core/library/codebook_repository.h"
#include "core/library/recipe_succession.h"

#include <mutex>

namespace likeness::cli {

Result<TrainedCodebook> trainOnWindows(const GlobalOptions& options, const WindowTraining& training,
                                       const Recipe& pack, const TrainingWatch& watch,
                                       const std::stop_token& stop) {
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    ProgressLine line;
    std::mutex lineMutex;
    const auto data = sampleWindows(
        *database, pack.pack(), training.granularity, training.sampling,
        [&](double share) {
            const std::lock_guard lock(lineMutex);
            line.show("Reading photos", share, {});
        },
        stop);
    line.clear();
    if (!data)
        return data.error();
    return trainWindowCodebook(*data, training.granularity, training.training, pack.pack(),
                               pack.codebook(training.granularity), watch, stop);
}

Result<Codebook> keepForIndexing(const GlobalOptions& options, const Codebook& codebook) {
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    if (!database)
        return database.error();
    auto kept = CodebookRepository(*database).add(codebook);
    if (!kept)
        return kept;
    const auto next = setNextCodebook(*database, codebook.granularity, kept->checksum);
    return next ? kept : next.error();
}

} // namespace likeness::cli
