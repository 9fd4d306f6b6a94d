// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/window_sampling.h"

#include "core/base/log.h"
#include "core/base/path_text.h"
#include "core/features/part_features.h"
#include "core/features/region_features.h"
#include "core/library/photo_repository.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

namespace likeness {
namespace {

/// Random windows of a photo where there are photos enough for so many windows.
constexpr int fewestOfAPhoto = 3;
constexpr int windowsWanted = 6000;

using Descriptors = std::vector<Descriptor>;

/// Indexed photos that are there, evenly chosen. LibraryEmpty.
Result<std::vector<std::filesystem::path>> chosenFiles(const Database& database,
                                                       const WindowSamplingOptions& options) {
    auto photos = PhotoRepository(database).photos();
    if (!photos)
        return photos.error();
    const std::unordered_set<PhotoId> among(options.among.begin(), options.among.end());
    std::erase_if(*photos, [&among](const Photo& photo) {
        return photo.missing || photo.state != PhotoState::Indexed ||
               (!among.empty() && !among.contains(photo.id));
    });
    if (photos->empty())
        return makeError(ErrorCode::LibraryEmpty, {pathText(database.file())});
    const std::size_t count =
        std::min(static_cast<std::size_t>(std::max(options.mostPhotos, 1)), photos->size());
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < count; ++i)
        files.push_back((*photos)[i * photos->size() / count].file);
    return files;
}

/// `count` different windows of the grid, or all.
std::vector<CellWindow> randomWindows(const WindowGrid& grid, int count, std::uint64_t seed) {
    std::vector<CellWindow> windows = grid.windows();
    std::mt19937_64 random(seed);
    const auto kept = std::min(static_cast<std::size_t>(count), windows.size());
    for (std::size_t i = 0; i < kept; ++i)
        std::swap(windows[i], windows[i + random() % (windows.size() - i)]);
    windows.resize(kept);
    return windows;
}

Descriptors describe(const FeatureMaps& maps, const ModelPack& pack, Granularity granularity, int count,
                     std::uint64_t seed) {
    Descriptors descriptors;
    if (granularity == Granularity::Region) {
        const WindowPooling pooling(maps.stride32, pack.gemPower);
        descriptors.push_back(gemPool(maps.stride32, pack.gemPower));
        for (const CellWindow& window : randomWindows(regionGrid(pack), count, seed))
            descriptors.push_back(pooling.pool(window));
        return descriptors;
    }
    const PartPooling pooling(maps, pack);
    for (const CellWindow& window : randomWindows(partGrid(pack), count, seed))
        descriptors.push_back(pooling.pool(window));
    return descriptors;
}

/// What the threads of one sampling share.
class Sampling {
public:
    Sampling(std::vector<std::filesystem::path> files, const ModelPack& pack, Granularity granularity,
             const WindowSamplingOptions& options, const std::function<void(double)>& progress,
             std::stop_token stop)
        : files_(std::move(files)),
          pack_(pack),
          granularity_(granularity),
          options_(options),
          progress_(progress),
          stop_(std::move(stop)),
          descriptors_(files_.size()) {}

    Result<TrainingData> run() {
        setThreadsPerPass(1);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < workers(); ++i)
                threads.emplace_back([this] { work(); });
        }
        setThreadsPerPass(static_cast<int>(std::thread::hardware_concurrency()));
        if (error_)
            return *error_;
        if (stop_.stop_requested())
            return makeError(ErrorCode::Cancelled);
        return joined();
    }

private:
    int workers() const {
        const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        return options_.workers > 0 ? options_.workers : cores;
    }

    int windowsPerPhoto() const {
        return std::max(fewestOfAPhoto, windowsWanted / static_cast<int>(files_.size()));
    }

    void work() {
        auto network = openBackbone(pack_, options_.engine);
        if (!network) {
            fail(network.error());
            return;
        }
        for (std::size_t i = next_++; i < files_.size() && !stop_.stop_requested() && !failed_; i = next_++) {
            if (const auto sampled = sample(i, *network->backbone); !sampled)
                fail(sampled.error());
            if (progress_)
                progress_(static_cast<double>(++done_) / static_cast<double>(files_.size()));
        }
    }

    Result<void> sample(std::size_t i, Backbone& network) {
        const auto decoded =
            Decoder(options_.limits)
                .decodeForNetwork(files_[i], std::max(pack_.input.width, pack_.input.height));
        if (!decoded) {
            log(LogLevel::Debug, "Not learned from: " + decoded.error().text);
            return {};
        }
        const auto maps = network.run(decoded->image);
        if (!maps)
            return maps.error();
        descriptors_[i] = describe(*maps, pack_, granularity_, windowsPerPhoto(), options_.seed + i);
        return {};
    }

    void fail(Error error) {
        const std::lock_guard lock(mutex_);
        if (!error_)
            error_ = std::move(error);
        failed_ = true;
    }

    TrainingData joined() const {
        TrainingData data;
        data.length = descriptorLength(pack_, granularity_);
        for (const Descriptors& ofPhoto : descriptors_)
            for (const Descriptor& descriptor : ofPhoto)
                data.values.insert(data.values.end(), descriptor.begin(), descriptor.end());
        const auto read = std::ranges::count_if(descriptors_, [](const auto& some) { return !some.empty(); });
        data.description =
            std::to_string(data.count()) + " windows of " + std::to_string(read) + " photos of a library";
        return data;
    }

    const std::vector<std::filesystem::path> files_;
    const ModelPack& pack_;
    const Granularity granularity_;
    const WindowSamplingOptions& options_;
    const std::function<void(double)>& progress_;
    const std::stop_token stop_;
    std::vector<Descriptors> descriptors_; // of each file; each thread writes its own
    std::atomic<std::size_t> next_ = 0;
    std::atomic<std::int64_t> done_ = 0;
    std::atomic<bool> failed_ = false;
    std::mutex mutex_;
    std::optional<Error> error_;
};

} // namespace

Result<TrainingData> sampleWindows(const Database& database, const ModelPack& pack, Granularity granularity,
                                   const WindowSamplingOptions& options,
                                   const std::function<void(double)>& progress, const std::stop_token& stop) {
    if (pack.stride32.width * pack.stride32.height < 2)
        return makeError(ErrorCode::GranularityMissing,
                         {pack.name, std::string(granularityName(granularity))});
    auto files = chosenFiles(database, options);
    if (!files)
        return files.error();
    return Sampling(*std::move(files), pack, granularity, options, progress, stop).run();
}

} // namespace likeness
