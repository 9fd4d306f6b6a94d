// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace likeness {

/// What the user says of a case; UTF-8.
struct CaseFacts {
    std::string title;
    std::string examiner;
    std::string notes;
    bool operator==(const CaseFacts&) const = default;
};

enum class CaseActionKind {
    LogBegun,
    FolderAdded,
    FolderRemoved,
    PhotosIndexed,
    QueryAsked,
    VerdictGiven,
    VerdictTakenBack,
    FilesMoved,
    ReportMade,
};

/// "photo": "/evidence/1.jpg".
struct CaseDetail {
    std::string name;
    std::string text;
    bool operator==(const CaseDetail&) const = default;
};

struct CaseAction {
    CaseActionKind kind = CaseActionKind::LogBegun;
    std::vector<CaseDetail> details;
    std::int64_t doneAt = 0; // seconds since 1970; set by the library
};

/// A library as a case: what the user says of it, and the log of what was done. Folders and verdicts are
/// logged by the library itself. Used on the thread of its Database, which outlives it. Every function may
/// fail with LibraryFailed or LibraryDamaged; those that write also with DiskFull or LibraryReadOnly.
class CaseRepository {
public:
    explicit CaseRepository(const Database& database) : database_(database) {}

    Result<CaseFacts> facts() const;
    Result<void> setFacts(const CaseFacts& facts) const;

    /// In the order in which they were done.
    Result<std::vector<CaseAction>> actions() const;
    /// With the time of now.
    Result<void> add(std::span<const CaseAction> actions) const;

private:
    const Database& database_;
};

} // namespace likeness
