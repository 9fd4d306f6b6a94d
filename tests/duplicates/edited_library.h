// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/copy_collection.h"
#include "core/duplicates/duplicate_finder.h"
#include "tests/search/indexed_samples.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace likeness::testing {

/// Sample photos, some of them with eight edited copies each, and an exact copy of the first one in a folder
/// of its own; indexed by the real network.
class EditedLibrary {
public:
    EditedLibrary(std::size_t photos, std::size_t edited) {
        namespace fs = std::filesystem;
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(samplesFolder))
            if (entry.path().extension() == ".jpg")
                files.push_back(entry.path());
        std::ranges::sort(files);
        files.resize(std::min(files.size(), photos));
        fs::create_directories(photosFolder() / "copies");
        const auto written = writeCopyCollection(files, edited, photosFolder());
        fs::copy_file(photosFolder() / "0.jpg", photosFolder() / "copies/0.jpg");
        error_ = written ? std::string() : written.error().text;
        indexed_ = std::make_unique<IndexedFolder>(photosFolder());
        if (error_.empty())
            error_ = indexed_->error();
    }

    const std::string& error() const { return error_; }
    std::filesystem::path photosFolder() const {
        return std::filesystem::path(home_.path().toStdString()) / "photos";
    }
    std::filesystem::path folder() const { return home_.path().toStdString(); }
    const IndexedFolder& indexed() const { return *indexed_; }

    Result<DuplicateReport> find(const DuplicateRequest& request, const DuplicateRun& run = {}) const {
        return findDuplicates(indexed_->database(), indexed_->liveIndex().global, *indexed_->recipe(),
                              request, run);
    }

    /// Another connection, for writing.
    Database writable() const { return *Database::open(indexed_->file(), OpenMode::Write); }

private:
    QTemporaryDir home_;
    std::unique_ptr<IndexedFolder> indexed_;
    std::string error_;
};

inline DuplicateRequest requestFor(DuplicateKind kind) {
    DuplicateRequest request;
    request.kinds = {kind};
    return request;
}

} // namespace likeness::testing
