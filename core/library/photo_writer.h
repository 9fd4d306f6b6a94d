// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/code_set.h"
#include "core/library/database.h"
#include "core/library/index_job.h"

#include <cstdint>
#include <memory>
#include <span>

namespace likeness {

/// Stores what the workers made. Keeps its statements prepared. Used on the thread of its Database, which
/// outlives it.
class PhotoWriter {
public:
    /// LibraryFailed.
    static Result<PhotoWriter> open(const Database& database, const CodeSetIds& ids);

    ~PhotoWriter();
    PhotoWriter(PhotoWriter&&) noexcept;
    PhotoWriter& operator=(PhotoWriter&&) = delete;
    PhotoWriter(const PhotoWriter&) = delete;
    PhotoWriter& operator=(const PhotoWriter&) = delete;

    /// All in one transaction. LibraryFailed, DiskFull, LibraryDamaged.
    Result<void> store(std::span<const IndexResult> results);

private:
    struct Statements;
    PhotoWriter(const Database& database, const CodeSetIds& ids, std::unique_ptr<Statements> statements);

    void storeOutcome(PhotoId photo, const IndexedPhoto& outcome);
    void storeOutcome(PhotoId photo, const ReencodedPhoto& outcome);
    void storeOutcome(PhotoId photo, const UnreadablePhoto& outcome);
    void storeOutcome(PhotoId photo, const GonePhoto& outcome);
    void storeCodes(PhotoId photo, const PhotoCodes& codes);
    void storeDescriptor(PhotoId photo, const IndexedPhoto& outcome);
    void storeCode(std::int64_t codeSet, PhotoId photo, std::span<const std::byte> code);
    void storeWindows(PhotoId photo, const PhotoWindows& windows);
    bool hasContent(PhotoId photo, const ContentHash& hash);
    void dropContent(PhotoId photo);

    const Database& database_;
    CodeSetIds ids_;
    std::unique_ptr<Statements> statements_;
};

} // namespace likeness
