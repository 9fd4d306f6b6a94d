// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/recipe.h"
#include "core/library/code_repository.h"
#include "core/library/database.h"
#include "core/library/indexer.h"
#include "core/library/photo_repository.h"
#include "tests/quick_engine.h"

#include <QtTest>
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace likeness::test {

/// A hash method that needs no training: compares values of the descriptor that are `step` apart.
class PairEncoder : public Encoder {
public:
    PairEncoder(int descriptorLength, int bits, int step)
        : descriptorLength_(descriptorLength), bits_(bits), step_(step) {}
    std::string_view method() const override { return "pairs"; }
    int bits() const override { return bits_; }
    int descriptorLength() const override { return descriptorLength_; }
    std::vector<float> project(std::span<const float> descriptor) const override {
        std::vector<float> values;
        for (int i = 0; i < bits_; ++i)
            values.push_back(descriptor[static_cast<std::size_t>(i)] -
                             descriptor[static_cast<std::size_t>(i + step_)]);
        return values;
    }
    std::vector<Tensor> tensors() const override { return {}; }

private:
    int descriptorLength_;
    int bits_;
    int step_;
};

inline std::shared_ptr<const Recipe> recipeOf(std::string name, int bits, int step) {
    auto pack = findModelPack(defaultPackName);
    if (!pack)
        qFatal("%s", pack.error().text.c_str());
    const int length = pack->descriptorLength();
    Codebook codebook;
    codebook.encoder = std::make_shared<PairEncoder>(length, bits, step);
    AffineMap whitening{8, length, std::vector<float>(static_cast<std::size_t>(length)),
                        std::vector<float>(static_cast<std::size_t>(8 * length), 0.F)};
    for (std::size_t i = 0; i < 8; ++i)
        whitening.weights[i * static_cast<std::size_t>(length + 1)] = 1;
    codebook.whitening = std::make_shared<const AffineMap>(std::move(whitening));
    constexpr Calibration plain{1, 0};
    codebook.calibrations = {plain, plain, plain, plain, plain};
    codebook.networkSha256 = pack->networkSha256;
    codebook.encodingChecksum = std::move(name);
    return std::make_shared<Recipe>(*pack, codebook);
}

/// The real network with a codebook of 256 bits.
inline std::shared_ptr<const Recipe> recipe() {
    static const auto made = recipeOf("one codebook", 256, 640);
    return made;
}

/// The same network with another codebook, of 64 bits.
inline std::shared_ptr<const Recipe> otherRecipe() {
    static const auto made = recipeOf("another codebook", 64, 1);
    return made;
}

/// Sample photos, by name.
inline const std::vector<std::filesystem::path>& samplePhotos() {
    static const auto sorted = [] {
        std::vector<std::filesystem::path> photos;
        const std::filesystem::path folder = std::filesystem::path(LIKENESS_SOURCE_DIR) / "resources/samples";
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.path().extension() == ".jpg")
                photos.push_back(entry.path());
        std::sort(photos.begin(), photos.end());
        return photos;
    }();
    return sorted;
}

inline void writeText(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// Keeps what a run says, and lets a test wait for it or act on it.
class RecordingObserver : public IndexObserver {
public:
    void onProgress(const IndexProgress& progress) override {
        note([&] { progress_.push_back(progress); });
        if (duringProgress)
            duringProgress(progress);
    }
    void onPhotosChanged() override {
        note([&] { ++photosChanged_; });
    }
    void onIndexed(std::span<const PhotoId> photos) override {
        note([&] { indexed_.insert(indexed_.end(), photos.begin(), photos.end()); });
        if (duringIndexed)
            duringIndexed(photos);
    }
    void onFinished(const Result<IndexSummary>& summary) override {
        note([&] { finished_ = summary; });
    }

    /// Waits until what was heard fulfils the condition; false after ten seconds.
    template <typename Condition>
    bool waitFor(Condition condition) {
        std::unique_lock lock(mutex_);
        return heard_.wait_for(lock, std::chrono::seconds(10), [&] { return condition(*this); });
    }

    std::function<void(const IndexProgress&)> duringProgress;
    std::function<void(std::span<const PhotoId>)> duringIndexed;

    // To be read after the run, or in the condition of waitFor().
    std::vector<IndexProgress> progress_;
    std::vector<PhotoId> indexed_;
    std::vector<std::thread::id> threads_;
    std::optional<Result<IndexSummary>> finished_;
    int photosChanged_ = 0;
    bool overlapped_ = false;

private:
    template <typename Note>
    void note(Note note) {
        if (inside_.exchange(true))
            overlapped_ = true;
        {
            std::lock_guard lock(mutex_);
            threads_.push_back(std::this_thread::get_id());
            note();
        }
        heard_.notify_all();
        inside_ = false;
    }

    std::mutex mutex_;
    std::condition_variable heard_;
    std::atomic<bool> inside_ = false;
};

/// A library and a folder of photos in a temporary place.
class Workplace {
public:
    Workplace() = default;
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    Workplace(Workplace&&) = delete;
    Workplace& operator=(Workplace&&) = delete;
    /// QTemporaryDir can't remove files whose name is not UTF-8.
    ~Workplace() {
        std::error_code ignored;
        std::filesystem::remove_all(folder(), ignored);
    }

    std::filesystem::path folder() const { return std::filesystem::path(place_.path().toStdString()); }
    std::filesystem::path photos() const { return folder() / "photos"; }
    std::filesystem::path library() const { return folder() / "test.likeness"; }

    /// Copies sample photo number `sample` to `name` below photos(), and gives its path.
    std::filesystem::path put(std::size_t sample, const std::filesystem::path& name) const {
        const std::filesystem::path file = photos() / name;
        std::filesystem::create_directories(file.parent_path());
        std::filesystem::copy_file(samplePhotos().at(sample), file,
                                   std::filesystem::copy_options::overwrite_existing);
        return file;
    }

    IndexOptions options() const {
        IndexOptions options;
        options.libraryFile = library();
        options.folders = {photos()};
        options.engine = quickEngine;
        return options;
    }

    /// One run from start to end.
    Result<IndexSummary> index(const IndexOptions& options, std::shared_ptr<const Recipe> used = recipe(),
                               LiveIndexes* indexes = nullptr) const {
        RecordingObserver observer;
        Indexer indexer(options, std::move(used), indexes, observer);
        indexer.start();
        indexer.wait();
        return *observer.finished_;
    }
    Result<IndexSummary> index() const { return index(options()); }

    Database open() const { return *Database::open(library(), OpenMode::ReadOnly); }
    PhotoCounts counts() const { return *PhotoRepository(open()).counts(); }
    std::vector<Problem> problems() const { return *PhotoRepository(open()).problems(); }
    std::vector<Photo> allPhotos() const { return *PhotoRepository(open()).photos(); }
    std::vector<Root> roots() const { return *PhotoRepository(open()).roots(); }
    std::optional<Photo> photoOf(const std::filesystem::path& file) const {
        return *PhotoRepository(open()).photoOfFile(file);
    }
    PhotoId idOf(const std::filesystem::path& file) const { return photoOf(file).value_or(Photo()).id; }
    std::vector<IndexedCode> codes(const Recipe& used) const {
        return *CodeRepository(open(), used.fingerprint()).globalCodes();
    }

private:
    QTemporaryDir place_;
};

} // namespace likeness::test

/// Fails with the text of the error where a Result holds one.
#define VERIFY_OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : (result).error().text.c_str())
