// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace likeness {

/// An evaluation that the library keeps, as a list shows it.
struct KeptExperiment {
    std::int64_t id = 0;
    std::int64_t madeAt = 0; // seconds since 1970
    std::string title;
    bool operator==(const KeptExperiment&) const = default;
};

/// Evaluations that a library keeps. Used on the thread of its Database, which outlives it. Every function
/// may fail with LibraryFailed or LibraryDamaged; those that write also with DiskFull or LibraryReadOnly.
class ExperimentRepository {
public:
    explicit ExperimentRepository(const Database& database) : database_(database) {}

    /// The newest first.
    Result<std::vector<KeptExperiment>> all() const;
    /// The report's JSON. InvalidArgument where there is no such evaluation.
    Result<std::string> report(std::int64_t id) const;
    /// Returns its id.
    Result<std::int64_t> add(const std::string& title, std::int64_t madeAt, const std::string& report) const;
    Result<void> remove(std::int64_t id) const;

private:
    const Database& database_;
};

} // namespace likeness
