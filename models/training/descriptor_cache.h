// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/granularity.h"
#include "core/base/result.h"
#include "core/features/pooling.h"

#include <filesystem>
#include <string>
#include <vector>

namespace likeness::training {

/// A descriptor of a photo, or of a part of it.
struct Sample {
    std::string file;
    std::string set;
    std::string label;
    int crop = 0; // 0 is the whole photo, others number its random crops
    Granularity granularity = Granularity::Global;
    Descriptor descriptor; // of the whole crop, or of one of its windows
};

/// Descriptors on disk, so that codebooks are fitted again without decoding again.
struct DescriptorCache {
    std::string key; // what the descriptors were made with; others are not used
    std::vector<Sample> samples;
};

/// FileNotFound, FileNotReadable, InvalidArgument where the file is no whole cache.
Result<DescriptorCache> readDescriptorCache(const std::filesystem::path& file);

/// FileNotWritable, DiskFull.
Result<void> writeDescriptorCache(const DescriptorCache& cache, const std::filesystem::path& file);

} // namespace likeness::training
