// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/features/backbone.h"
#include "core/hashing/recipe.h"
#include "core/image/decoder.h"
#include "core/library/index_job.h"

#include <memory>
#include <string>

namespace likeness {

/// Makes codes of photos, one at a time, on one thread. The network is opened when the first photo needs it.
class IndexWorker {
public:
    IndexWorker(std::shared_ptr<const Recipe> recipe, Engine engine, DecodeLimits limits);

    /// What is wrong with the photo is part of the result. An error ends the run: NetworkFailed.
    Result<IndexResult> process(const IndexJob& job);

    /// See OpenedBackbone::notice; empty before the network was opened.
    const std::string& engineNotice() const { return opened_.notice; }

private:
    Result<IndexResult> index(const IndexJob& job, const FileStamp& stamp);
    Result<IndexResult> finish(const IndexJob& job, const FileStamp& stamp, const DecodedPhoto& decoded);
    Result<FeatureMaps> runNetwork(const Image& image);

    std::shared_ptr<const Recipe> recipe_;
    Engine engine_;
    Decoder decoder_;
    OpenedBackbone opened_;
};

} // namespace likeness
