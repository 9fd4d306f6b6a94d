// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ground_truth.h"

#include "core/base/path_text.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace likeness {

GroundTruth labelsFromFolders(std::span<const Photo> photos) {
    GroundTruth truth;
    std::unordered_map<std::string, int> labelOfFolder; // by the folder's bytes
    for (const Photo& photo : photos) {
        const std::filesystem::path folder = photo.relativePath.parent_path();
        if (folder.empty())
            continue;
        const auto [entry, isNew] =
            labelOfFolder.try_emplace(folder.native(), static_cast<int>(truth.labels.size()));
        if (isNew)
            truth.labels.push_back(pathText(folder));
        truth.labelsOfPhoto.emplace(photo.id, LabelSet{entry->second});
    }
    return truth;
}

GroundTruth labelsFromTags(std::span<const PhotoTag> tags) {
    std::map<std::string, int> numbers;
    for (const PhotoTag& tag : tags)
        numbers.emplace(tag.name, 0);
    GroundTruth truth;
    for (auto& [name, number] : numbers) {
        number = static_cast<int>(truth.labels.size());
        truth.labels.push_back(name);
    }
    for (const PhotoTag& tag : tags)
        truth.labelsOfPhoto[tag.photo].push_back(numbers.at(tag.name));
    for (auto& [photo, labels] : truth.labelsOfPhoto)
        std::ranges::sort(labels);
    return truth;
}

GroundTruth labelsFromVerdicts(std::span<const Verdict> verdicts,
                               const std::unordered_map<PhotoId, ContentHash>& contents) {
    std::map<ContentHash, ContentHash> leaders; // of a group: itself
    const auto leaderOf = [&leaders](ContentHash content) {
        while (leaders.at(content) != content)
            content = leaders.at(content);
        return content;
    };
    for (const Verdict& verdict : verdicts) {
        if (verdict.judgement == Judgement::Undecided)
            continue;
        leaders.try_emplace(verdict.contents.first, verdict.contents.first);
        leaders.try_emplace(verdict.contents.second, verdict.contents.second);
        if (verdict.judgement == Judgement::Match)
            leaders[leaderOf(verdict.contents.second)] = leaderOf(verdict.contents.first);
    }
    GroundTruth truth;
    std::map<ContentHash, int> numbers; // of the groups' leaders
    for (const auto& [content, leader] : leaders)
        if (content == leader) {
            numbers.emplace(content, static_cast<int>(truth.labels.size()));
            truth.labels.push_back("group " + std::to_string(truth.labels.size() + 1));
        }
    for (const auto& [photo, content] : contents)
        if (leaders.contains(content))
            truth.labelsOfPhoto.emplace(photo, LabelSet{numbers.at(leaderOf(content))});
    return truth;
}

GroundTruth halfOf(const GroundTruth& truth, std::span<const Photo> photos, Half half) {
    std::vector<const Photo*> byPath;
    for (const Photo& photo : photos)
        if (truth.labelsOfPhoto.contains(photo.id))
            byPath.push_back(&photo);
    std::ranges::sort(byPath, {}, [](const Photo* photo) { return photo->file; });
    std::vector<LabelSet> labels;
    for (const Photo* photo : byPath)
        labels.push_back(truth.labelsOfPhoto.at(photo->id));
    const std::vector<int> placedBy = rarestLabels(labels);
    std::vector<std::size_t> seen(truth.labels.size());
    GroundTruth split{truth.labels, {}};
    for (std::size_t i = 0; i < byPath.size(); ++i) {
        const bool isEven = seen[static_cast<std::size_t>(placedBy[i])]++ % 2 == 0;
        if (isEven == (half == Half::Even))
            split.labelsOfPhoto.emplace(byPath[i]->id, labels[i]);
    }
    return split;
}

} // namespace likeness
