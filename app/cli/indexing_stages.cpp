// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/indexing_stages.h"

#include "core/evaluation/statistics.h"

#include <algorithm>
#include <chrono>

namespace likeness::cli {
namespace {

/// While it lives, passes keep to one thread.
class OneThread {
public:
    OneThread() : before_(threadsPerPass()) { setThreadsPerPass(1); }
    ~OneThread() { setThreadsPerPass(before_); }
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;
    OneThread(OneThread&&) = delete;
    OneThread& operator=(OneThread&&) = delete;

private:
    int before_;
};

template <typename Work>
auto timed(double& milliseconds, Work work) {
    const auto start = std::chrono::steady_clock::now();
    auto result = work();
    milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return result;
}

Result<IndexingStages> measureOne(const std::filesystem::path& photo, const Recipe& recipe, Backbone& network,
                                  const Decoder& decoder) {
    IndexingStages stages;
    const InputSpec& input = recipe.pack().input;
    const auto decoded = timed(
        stages.decode, [&] { return decoder.decodeForNetwork(photo, std::max(input.width, input.height)); });
    if (!decoded)
        return decoded.error();
    const auto maps = timed(stages.network, [&] { return network.run(decoded->image); });
    if (!maps)
        return maps.error();
    timed(stages.global, [&] { return recipe.encodePhoto(*maps); });
    timed(stages.windows, [&] { return recipe.encodeWindows(*maps); });
    return stages;
}

double median(const std::vector<IndexingStages>& all, double IndexingStages::*stage) {
    std::vector<double> values;
    for (const IndexingStages& one : all)
        values.push_back(one.*stage);
    return quantile(values, .5);
}

} // namespace

Result<IndexingStages> measureIndexing(const std::vector<std::filesystem::path>& photos, const Recipe& recipe,
                                       Backbone& network, const DecodeLimits& limits) {
    const OneThread oneThread;
    const Decoder decoder(limits);
    std::vector<IndexingStages> all;
    for (const std::filesystem::path& photo : photos) {
        if (const auto warmUp = measureOne(photo, recipe, network, decoder); !warmUp)
            return warmUp.error();
        const auto stages = measureOne(photo, recipe, network, decoder);
        if (!stages)
            return stages.error();
        all.push_back(*stages);
    }
    return IndexingStages{median(all, &IndexingStages::decode), median(all, &IndexingStages::network),
                          median(all, &IndexingStages::global), median(all, &IndexingStages::windows)};
}

} // namespace likeness::cli
