// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/library/database.h"
#include "core/library/folder_scan.h"
#include "core/library/photo.h"

#include <span>
#include <utility>
#include <vector>

namespace likeness {

/// What a scan found out, to be written together. All files lie below one root.
struct ScanBatch {
    std::vector<FoundFile> added;
    std::vector<std::pair<PhotoId, FoundFile>> moved;
    std::vector<PhotoId> changed;  // the file at the known place is another one
    std::vector<PhotoId> returned; // were missing, are there again, unchanged
    std::vector<PhotoId> gone;

    std::size_t size() const {
        return added.size() + moved.size() + changed.size() + returned.size() + gone.size();
    }
};

/// Writes what a scan found out. A changed photo becomes Pending but keeps its stamp, content hash and
/// descriptor until it was indexed anew: an interrupted run thus finds it changed again.
class ScanWriter {
public:
    explicit ScanWriter(const Database& database) : database_(database) {}

    /// All in one transaction. The ids of the added photos, in their order. LibraryFailed, DiskFull.
    Result<std::vector<PhotoId>> commit(RootId root, const ScanBatch& batch);

private:
    std::vector<PhotoId> add(RootId root, std::span<const FoundFile> files);
    void move(RootId root, std::span<const std::pair<PhotoId, FoundFile>> photos);
    void set(const char* assignment, std::span<const PhotoId> photos);

    const Database& database_;
};

} // namespace likeness
