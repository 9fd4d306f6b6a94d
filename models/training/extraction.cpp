// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/extraction.h"

#include "core/base/log.h"
#include "core/features/backbone.h"
#include "core/features/part_features.h"
#include "core/features/region_features.h"
#include "core/image/decoder.h"
#include "models/training/random_crop.h"

#include <algorithm>
#include <atomic>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <span>
#include <thread>

namespace likeness::training {
namespace {

constexpr std::size_t passesBetweenWrites = 1000;

// Windows of one photo are much alike: few of many photos teach more than many of few.
constexpr int regionsPerPhoto = 3;
constexpr int partsPerPhoto = 4;

struct Job {
    const TrainingPhoto* photo = nullptr;
    int crop = 0;
};

using Backbones = std::vector<std::unique_ptr<Backbone>>;

/// FNV-1a, so that a crop depends on nothing but its photo, its number and the seed.
std::uint64_t cropSeed(const Job& job, std::uint64_t seed) {
    std::uint64_t hash = 0xCBF29CE484222325U ^ seed;
    const TrainingPhoto& photo = *job.photo;
    const std::string name =
        photo.set + '/' + photo.label + '/' + photo.file.filename().string() + '#' + std::to_string(job.crop);
    for (char letter : name)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    return hash;
}

/// The descriptor of the whole, and of windows chosen at random where it is the whole photo.
std::vector<Sample> describe(const Job& job, const ModelPack& pack, const FeatureMaps& maps,
                             std::uint64_t seed) {
    std::vector<Sample> samples;
    const auto add = [&](Granularity granularity, Descriptor descriptor) {
        samples.push_back({job.photo->file.string(), job.photo->set, job.photo->label, job.crop, granularity,
                           std::move(descriptor)});
    };
    add(Granularity::Global, gemPool(maps.stride32, pack.gemPower));
    if (job.crop != 0)
        return samples;
    std::mt19937_64 random(seed);
    const std::vector<Descriptor> regions = regionDescriptors(maps, pack);
    for (int i = 0; i < regionsPerPhoto; ++i)
        add(Granularity::Region, regions[random() % regions.size()]);
    const PartPooling parts(maps, pack);
    const WindowGrid grid = partGrid(pack);
    for (int i = 0; i < partsPerPhoto; ++i)
        add(Granularity::Part, parts.pool(grid[random() % grid.size()]));
    return samples;
}

Result<std::vector<Sample>> extract(const Job& job, const ModelPack& pack, std::uint64_t seed,
                                    Backbone& backbone) {
    const auto decoded = Decoder().decodeForNetwork(job.photo->file, pack.input.width);
    if (!decoded)
        return decoded.error();
    const std::uint64_t ownSeed = cropSeed(job, seed);
    const auto maps = backbone.run(job.crop == 0 ? decoded->image : randomCrop(decoded->image, ownSeed));
    if (!maps)
        return maps.error();
    return describe(job, pack, *maps, ownSeed);
}

/// The samples of each job, in their order; a thread for each backbone.
std::vector<std::vector<Sample>> extractAll(std::span<const Job> jobs, const ModelPack& pack,
                                            std::uint64_t seed, Backbones& backbones) {
    std::vector<std::vector<Sample>> samples(jobs.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](Backbone& backbone) {
        for (std::size_t i = next++; i < jobs.size(); i = next++) {
            auto extracted = extract(jobs[i], pack, seed, backbone);
            if (extracted)
                samples[i] = *std::move(extracted);
            else
                log(LogLevel::Warning, extracted.error().text);
        }
    };
    {
        std::vector<std::jthread> threads;
        threads.reserve(backbones.size());
        for (auto& backbone : backbones)
            threads.emplace_back(work, std::ref(*backbone));
    }
    return samples;
}

Result<Backbones> openBackbones(const ModelPack& pack, const ExtractionOptions& options) {
    setThreadsPerPass(1);
    Backbones backbones;
    for (int i = 0; i < options.threads; ++i) {
        auto opened = openBackbone(pack, options.engine);
        if (!opened)
            return opened.error();
        backbones.push_back(std::move(opened->backbone));
    }
    return backbones;
}

std::vector<Job> allJobs(const std::vector<TrainingPhoto>& photos, int cropsPerPhoto) {
    std::vector<Job> jobs;
    for (int crop = 0; crop <= cropsPerPhoto; ++crop)
        for (const TrainingPhoto& photo : photos)
            jobs.push_back({&photo, crop});
    return jobs;
}

std::string cacheKey(const ModelPack& pack, const ExtractionOptions& options) {
    return pack.networkSha256 + " seed " + std::to_string(options.seed) + ' ' +
           std::string(engineName(options.engine));
}

DescriptorCache readUsableCache(const ModelPack& pack, const ExtractionOptions& options) {
    const std::string key = cacheKey(pack, options);
    auto cache = readDescriptorCache(options.cacheFile);
    return cache && cache->key == key ? *std::move(cache) : DescriptorCache{key, {}};
}

/// Jobs whose samples the cache lacks.
std::vector<Job> missingJobs(const std::vector<Job>& jobs, const DescriptorCache& cache) {
    std::map<std::pair<std::string, int>, const Sample*> known;
    for (const Sample& sample : cache.samples)
        known[{sample.file, sample.crop}] = &sample;
    std::vector<Job> missing;
    std::ranges::copy_if(jobs, std::back_inserter(missing), [&known](const Job& job) {
        return !known.contains({job.photo->file.string(), job.crop});
    });
    return missing;
}

/// The cache's samples of these jobs, in their order, labelled as their photos are now.
std::vector<Sample> samplesOf(const std::vector<Job>& jobs, DescriptorCache cache) {
    std::map<std::pair<std::string, int>, std::vector<Sample*>> known;
    for (Sample& sample : cache.samples)
        known[{sample.file, sample.crop}].push_back(&sample);
    std::vector<Sample> samples;
    for (const Job& job : jobs)
        if (const auto found = known.find({job.photo->file.string(), job.crop}); found != known.end())
            for (Sample* sample : found->second) {
                sample->set = job.photo->set;
                sample->label = job.photo->label;
                samples.push_back(std::move(*sample));
            }
    return samples;
}

} // namespace

Result<std::vector<Sample>> extractDescriptors(const std::vector<TrainingPhoto>& photos,
                                               const ModelPack& pack, const ExtractionOptions& options) {
    DescriptorCache cache = readUsableCache(pack, options);
    const auto jobs = allJobs(photos, options.cropsPerPhoto);
    const auto missing = missingJobs(jobs, cache);
    if (missing.empty())
        return samplesOf(jobs, std::move(cache));
    auto backbones = openBackbones(pack, options);
    if (!backbones)
        return backbones.error();
    for (std::size_t done = 0; done < missing.size(); done += passesBetweenWrites) {
        const auto batch =
            std::span(missing).subspan(done, std::min(passesBetweenWrites, missing.size() - done));
        for (auto& samples : extractAll(batch, pack, options.seed, *backbones))
            std::ranges::move(samples, std::back_inserter(cache.samples));
        if (!options.cacheFile.empty())
            if (const auto written = writeDescriptorCache(cache, options.cacheFile); !written)
                return written.error();
        std::cerr << done + batch.size() << " of " << missing.size() << " passes\n";
    }
    return samplesOf(jobs, std::move(cache));
}

} // namespace likeness::training
