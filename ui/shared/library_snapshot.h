// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/photo.h"
#include "core/library/photo_repository.h"

#include <QString>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace likeness::ui {

/// One photo as the window needs it; the folder is an index into LibrarySnapshot::folders.
struct PhotoRow {
    PhotoId id;
    std::int32_t folder = 0;
    std::string name; // bytes of the file's name
    FileStamp stamp;
    PhotoState state = PhotoState::Pending;
    bool missing = false;
    int width = 0;
    int height = 0;
    std::optional<std::int64_t> takenAt;
    std::string format;
    std::string camera;
    std::optional<PhotoId> raw;  // the raw photo of the same name that belongs to it
    bool belongsToOther = false; // it is one: lists show the other alone
};

/// A folder of the library with photos in it or below it. Parents stand before their children.
struct FolderNode {
    std::string path; // absolute, bytes
    QString title;    // printable
    std::int32_t parent = -1;
    std::int64_t photos = 0; // in it and below it
    bool isAway = false;     // its drive is not connected
};

/// A library at one moment. Immutable, made on the reader's thread, shared by all models.
class LibrarySnapshot {
public:
    LibrarySnapshot() = default;
    /// `photos` are in the order of their ids; the folders of the roots `away` can't be reached.
    LibrarySnapshot(std::span<const Photo> photos, std::span<const Root> roots, std::vector<Problem> problems,
                    std::span<const RootId> away = {});

    const std::vector<PhotoRow>& photos() const { return photos_; }
    const std::vector<FolderNode>& folders() const { return folders_; }
    const std::vector<Problem>& problems() const { return problems_; }
    bool hasRoots() const { return hasRoots_; }
    std::int64_t missingCount() const { return missing_; }
    std::int64_t indexedCount() const { return indexed_; }

    /// Index into photos(), if the library has it.
    std::optional<std::uint32_t> rowOf(PhotoId id) const;
    std::optional<std::uint32_t> rowOf(const std::filesystem::path& file) const;
    std::filesystem::path file(const PhotoRow& photo) const;
    bool isAway(const PhotoRow& photo) const {
        return folders_[static_cast<std::size_t>(photo.folder)].isAway;
    }
    /// With the raw photos that belong to them.
    std::vector<PhotoId> withRaw(std::vector<PhotoId> photos) const;
    /// The photo's folder from its root on, for people: "Pictures/2025/May".
    QString place(const PhotoRow& photo) const;

private:
    class FolderTable;
    void add(const Photo& photo, FolderTable& table);
    void pairRawPhotos();

    std::vector<PhotoRow> photos_;
    std::vector<FolderNode> folders_;
    std::vector<Problem> problems_;
    std::int64_t missing_ = 0;
    std::int64_t indexed_ = 0;
    bool hasRoots_ = false;
};

using SnapshotPtr = std::shared_ptr<const LibrarySnapshot>;

} // namespace likeness::ui
