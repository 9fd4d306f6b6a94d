// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicates/copy_collection.h"

#include "core/base/path_text.h"
#include "core/image/decoder.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// Longer side of what is edited, pixels: larger photos take long to edit and are indexed smaller anyway.
constexpr int editedSide = 2048;

std::string nameOf(std::size_t number, PhotoEdit edit) {
    return std::to_string(number) + "-" + std::string(photoEditName(edit)) + ".jpg";
}

/// The number before the '-' or the suffix.
std::string sourceOf(const fs::path& file) {
    const std::string stem = file.stem().native();
    return stem.substr(0, stem.find('-'));
}

Result<void> writeEdits(const Image& photo, std::size_t number, const fs::path& folder) {
    for (const PhotoEdit edit : allPhotoEdits) {
        const auto jpeg = editedJpeg(photo, edit, static_cast<std::uint32_t>(number));
        if (!jpeg)
            return jpeg.error();
        if (auto written = writeFileAtomically(folder / nameOf(number, edit), *jpeg); !written)
            return written;
    }
    return {};
}

/// The photos that `photo` shares a group with, by name.
using Groups = std::unordered_map<std::string, std::size_t>;

Groups groupsOf(const DuplicateReport& report) {
    Groups groups;
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        const auto add = [&](PhotoId photo) {
            groups.emplace(report.photos.at(photo).file.filename().native(), i + 1);
        };
        if (report.groups[i].kind != DuplicateKind::Near)
            continue;
        add(report.groups[i].reference);
        for (const DuplicateMember& member : report.groups[i].members)
            add(member.photo);
    }
    return groups;
}

std::size_t groupOf(const Groups& groups, const std::string& name) {
    const auto found = groups.find(name);
    return found == groups.end() ? 0 : found->second;
}

void countMembers(const DuplicateReport& report, CopyRecall& result) {
    for (const DuplicateGroup& group : report.groups) {
        if (group.kind != DuplicateKind::Near)
            continue;
        const std::string source = sourceOf(report.photos.at(group.reference).file);
        for (const DuplicateMember& member : group.members) {
            ++result.members;
            result.right += sourceOf(report.photos.at(member.photo).file) == source ? 1U : 0U;
        }
    }
}

} // namespace

double CopyRecall::recall(PhotoEdit edit) const {
    return edited == 0
               ? 0.0
               : static_cast<double>(found[static_cast<std::size_t>(edit)]) / static_cast<double>(edited);
}

double CopyRecall::meanRecall() const {
    double sum = 0;
    for (const PhotoEdit edit : allPhotoEdits)
        sum += recall(edit);
    return sum / static_cast<double>(allPhotoEdits.size());
}

double CopyRecall::precision() const {
    return members == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(members);
}

Result<std::size_t> writeCopyCollection(std::span<const fs::path> photos, std::size_t edited,
                                        const fs::path& folder) {
    const Decoder decoder;
    std::size_t written = 0;
    std::size_t edits = 0;
    for (std::size_t i = 0; i < photos.size(); ++i) {
        const auto photo = decoder.decodeToFit(photos[i], editedSide);
        const auto bytes = readFile(photos[i]);
        if (!photo || !bytes)
            continue;
        const fs::path copy = folder / (std::to_string(i) + photos[i].extension().native());
        if (auto done = writeFileAtomically(copy, *bytes); !done)
            return done.error();
        ++written;
        if (edits >= edited || edits * photos.size() > i * edited)
            continue;
        ++edits;
        if (auto done = writeEdits(photo->image, i, folder); !done)
            return done.error();
    }
    return written;
}

CopyRecall measureCopies(const DuplicateReport& report, const fs::path& folder) {
    const Groups groups = groupsOf(report);
    CopyRecall result;
    std::error_code reason;
    for (const auto& entry : fs::directory_iterator(folder, reason)) {
        const std::string name = entry.path().filename().native();
        const std::string first =
            sourceOf(entry.path()) + "-" + std::string(photoEditName(allPhotoEdits[0])) + ".jpg";
        if (name.find('-') != std::string::npos || !fs::exists(folder / first, reason))
            continue;
        ++result.edited;
        const std::size_t own = groupOf(groups, name);
        for (std::size_t i = 0; i < allPhotoEdits.size(); ++i) {
            const std::string copy =
                sourceOf(entry.path()) + "-" + std::string(photoEditName(allPhotoEdits[i])) + ".jpg";
            result.found[i] += own != 0 && groupOf(groups, copy) == own ? 1U : 0U;
        }
    }
    countMembers(report, result);
    return result;
}

} // namespace likeness
