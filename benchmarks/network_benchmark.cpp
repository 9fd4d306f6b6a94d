// SPDX-License-Identifier: GPL-3.0-or-later
// One network pass of a pack: on each engine that is available, in each precision, on one thread and on all
// cores.
#include "core/features/onednn_backbone.h"
#include "core/hashing/recipe.h"

#include <benchmark/benchmark.h>
#include <cstdint>
#include <set>
#include <string>
#include <thread>

namespace likeness {
namespace {

Image picture(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {x * 255 / width, y * 255 / height, (x / 8 + y / 16) % 2 * 200})
                image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

void networkPass(benchmark::State& state, const ModelPack& pack, Engine engine, int threads) {
    setThreadsPerPass(threads);
    const auto opened = openBackbone(pack, engine);
    if (!opened || opened->engine != engine) {
        state.SkipWithError("the engine doesn't run this network");
        return;
    }
    const Image image = picture(pack.input.width, pack.input.height);
    for (auto _ : state)
        benchmark::DoNotOptimize(opened->backbone->run(image));
}

/// All codes of a photo, from the maps of its pass.
void encode(benchmark::State& state, const Recipe& recipe) {
    setThreadsPerPass(1);
    const auto opened = openBackbone(recipe.pack(), Engine::Cpu);
    const auto maps = opened ? opened->backbone->run(picture(384, 384)) : Result<FeatureMaps>(opened.error());
    if (!maps) {
        state.SkipWithError(maps.error().text.c_str());
        return;
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(recipe.encodePhoto(*maps));
        benchmark::DoNotOptimize(recipe.encodeWindows(*maps));
    }
}

void registerPasses(ModelPack pack, Precision precision, Engine engine) {
    pack.precision = precision;
    for (const int threads : std::set{1, static_cast<int>(std::thread::hardware_concurrency())}) {
        const std::string name = pack.name + '/' + std::string(engineName(engine)) + '/' +
                                 std::string(precisionName(precision)) +
                                 "/threads:" + std::to_string(threads);
        benchmark::RegisterBenchmark(
            name.c_str(),
            [pack, engine, threads](benchmark::State& state) { networkPass(state, pack, engine, threads); })
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    }
}

void registerAll() {
    for (const char* name : {"efficientnet-lite2-384", "efficientnet-lite0-224", "small-cnn-224"}) {
        const auto pack = findModelPack(name);
        if (!pack)
            continue;
        for (const Engine engine : availableEngines())
            registerPasses(*pack, Precision::F32, engine);
        if (hasFastBf16())
            registerPasses(*pack, Precision::Bf16, Engine::OneDnn);
    }
    if (const auto recipe = loadDefaultRecipe())
        benchmark::RegisterBenchmark("encode all granularities", [used = *recipe](benchmark::State& state) {
            encode(state, *used);
        })->Unit(benchmark::kMillisecond);
}

} // namespace
} // namespace likeness

int main(int argc, char** argv) {
    likeness::registerAll();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
