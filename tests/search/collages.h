// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/box_truth.h"
#include "tests/search/indexed_samples.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace likeness::testing {

/// A sample photo that a collage was made from, and where it lies there.
struct CollageItem {
    PhotoId collage;
    PhotoId source;
    LabelledBox box;
};

/// A folder with the sample photos and the collages that resources/make_samples.py made from them.
class CollageFolder {
public:
    CollageFolder() {
        namespace fs = std::filesystem;
        const fs::path made = LIKENESS_SOURCE_DIR "/resources/samples-made";
        fs::copy(samplesFolder, path() / "samples", fs::copy_options::recursive);
        fs::copy(made / "collages", path() / "collages", fs::copy_options::recursive);
    }
    std::filesystem::path path() const { return home_.path().toStdString(); }

private:
    QTemporaryDir home_;
};

/// That folder, indexed by the real network.
class IndexedCollages {
public:
    /// Check `library().error()` and `items()` before anything else is used.
    IndexedCollages() : library_(folder_.path()) {
        const auto photos = library_.photos().photos();
        if (!photos)
            return;
        photos_ = *photos;
        const auto truth = boxesFromYolo(photos_);
        if (!truth)
            return;
        truth_ = *truth;
        for (const auto& [collage, sources] : sourcesOfCollages())
            addItems(collage, sources);
    }

    const IndexedFolder& library() const { return library_; }
    const std::vector<Photo>& photos() const { return photos_; }
    const BoxTruth& truth() const { return truth_; }
    /// 26, in the order of the collages.
    const std::vector<CollageItem>& items() const { return items_; }
    PhotoId named(const std::string& name) const {
        const auto photo =
            std::ranges::find_if(photos_, [&](const Photo& one) { return one.file.filename() == name; });
        return photo == photos_.end() ? PhotoId() : photo->id;
    }
    bool isCollage(PhotoId photo) const { return truth_.boxesOfPhoto.contains(photo); }

private:
    /// As the collages' EXIF data name them, in the order of their boxes.
    static std::map<std::string, std::vector<std::string>> sourcesOfCollages() {
        return {{"collage-1", {"pants-2", "dress-3", "shirt-2"}},
                {"collage-2", {"shorts-8", "shoes-1", "outwear-8", "t-shirt-1"}},
                {"collage-3", {"longsleeve-7", "skirt-2", "hat-7", "longsleeve-2", "skirt-6"}},
                {"collage-4", {"shoes-7", "hat-4", "shirt-1", "dress-8"}},
                {"collage-5", {"outwear-4", "shorts-2", "pants-8", "t-shirt-5", "outwear-1"}},
                {"collage-6", {"shoes-6", "hat-1", "pants-3", "longsleeve-8", "shirt-3"}}};
    }

    void addItems(const std::string& collage, const std::vector<std::string>& sources) {
        const PhotoId photo = named(collage + ".made-collage.jpg");
        const auto boxes = truth_.boxesOfPhoto.find(photo);
        if (boxes == truth_.boxesOfPhoto.end() || boxes->second.size() != sources.size())
            return;
        for (std::size_t i = 0; i < sources.size(); ++i)
            items_.push_back({photo, named(sources[i] + ".jpg"), boxes->second[i]});
    }

    CollageFolder folder_;
    IndexedFolder library_;
    std::vector<Photo> photos_;
    BoxTruth truth_;
    std::vector<CollageItem> items_;
};

} // namespace likeness::testing
