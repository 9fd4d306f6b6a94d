// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"
#include "core/base/shared_array.h"
#include "core/index/code_words.h"
#include "core/index/nearest_scan.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace likeness {

/// One code for each of some photos.
struct CodeSegment {
    class Builder;

    SharedArray<PhotoId> photos; // ascending
    SharedArray<std::uint64_t> words;

    std::size_t size() const { return photos.items().size(); }
    std::span<const std::uint64_t> code(std::size_t row) const {
        const std::size_t length = words.items().size() / size();
        return words.items().subspan(row * length, length);
    }
};

class CodeSegment::Builder {
public:
    void append(PhotoId photo, std::span<const std::uint64_t> code) {
        photos_.push_back(photo);
        words_.insert(words_.end(), code.begin(), code.end());
    }
    void append(const CodeSegment& segment, std::size_t row) {
        append(segment.photos.items()[row], segment.code(row));
    }
    CodeSegment finish() {
        return {SharedArray<PhotoId>::of(std::move(photos_)),
                SharedArray<std::uint64_t>::of(std::move(words_))};
    }

private:
    std::vector<PhotoId> photos_;
    CodeWords words_;
};

/// Codes of some windows for each of some photos.
struct WindowSegment {
    class Builder;

    SharedArray<PhotoId> photos;       // ascending
    SharedArray<std::uint64_t> starts; // by row: its first window, counted over all photos; then the end
    SharedArray<std::uint64_t> words;
    SharedArray<std::uint16_t> windows; // numbers in the grid; empty where all photos have all from 0 on

    std::size_t size() const { return photos.items().size(); }
    std::size_t windowsOf(std::size_t row) const { return starts.items()[row + 1] - starts.items()[row]; }
    std::vector<std::uint16_t> windowNumbers(std::size_t row) const {
        std::vector<std::uint16_t> numbers(windowsOf(row));
        if (windows.items().empty())
            std::iota(numbers.begin(), numbers.end(), std::uint16_t{0});
        else
            std::ranges::copy(windows.items().subspan(starts.items()[row], numbers.size()), numbers.begin());
        return numbers;
    }
    std::span<const std::uint64_t> codes(std::size_t row) const {
        const std::size_t length = words.items().size() / starts.items().back();
        return words.items().subspan(starts.items()[row] * length, windowsOf(row) * length);
    }
};

class WindowSegment::Builder {
public:
    void append(PhotoId photo, std::span<const std::uint16_t> numbers, std::span<const std::uint64_t> codes) {
        photos_.push_back(photo);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            hasAll_ = hasAll_ && numbers[i] == i;
        windows_.insert(windows_.end(), numbers.begin(), numbers.end());
        words_.insert(words_.end(), codes.begin(), codes.end());
        starts_.push_back(windows_.size());
    }
    void append(const WindowSegment& segment, std::size_t row) {
        append(segment.photos.items()[row], segment.windowNumbers(row), segment.codes(row));
    }
    WindowSegment finish() {
        if (hasAll_)
            windows_ = {};
        return {SharedArray<PhotoId>::of(std::move(photos_)),
                SharedArray<std::uint64_t>::of(std::move(starts_)),
                SharedArray<std::uint64_t>::of(std::move(words_)),
                SharedArray<std::uint16_t>::of(std::move(windows_))};
    }

private:
    std::vector<PhotoId> photos_;
    std::vector<std::uint64_t> starts_{0};
    std::vector<std::uint16_t> windows_;
    CodeWords words_;
    bool hasAll_ = true; // each photo the windows 0, 1, …
};

} // namespace likeness
