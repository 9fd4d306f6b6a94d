// SPDX-License-Identifier: GPL-3.0-or-later
// indexing_peer decode|opencv THREADS FOLDER: what indexing is measured against, in photos per second.
// decode: photos are only decoded, as small as the network allows (1/8 of 12 megapixels), on all threads.
// opencv: photos are decoded at full size, and go through OpenCV's DNN module one after the other.
#include "core/features/backbone.h"
#include "core/image/decoder.h"
#include "core/image/photo_formats.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <limits>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace likeness;
namespace fs = std::filesystem;

int refuse(const std::string& text) {
    std::cerr << text << '\n';
    return 1;
}

std::vector<fs::path> photosOf(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && fileKindBySuffix(entry.path()) != FileKind::Other)
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// Runs `work` on all files, on so many threads. The number of files that it failed for.
template <typename Work>
int onThreads(const std::vector<fs::path>& files, int threads, const Work& work) {
    std::atomic<std::size_t> next = 0;
    std::atomic<int> failures = 0;
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (std::size_t at = next++; at < files.size(); at = next++)
                failures += work(files[at]) ? 0 : 1;
        });
    workers.clear();
    return failures;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv, argv + argc);
    if (arguments.size() != 4 || (arguments[1] != "decode" && arguments[1] != "opencv"))
        return refuse("usage: indexing_peer decode|opencv THREADS FOLDER");
    const auto pack = findModelPack(defaultPackName);
    if (!pack)
        return refuse(pack.error().text);
    const int threads = std::stoi(arguments[2]);
    const auto files = photosOf(arguments[3]);
    const Decoder decoder;
    int failures = 0;
    const auto start = std::chrono::steady_clock::now();
    if (arguments[1] == "decode") {
        failures = onThreads(files, threads, [&](const fs::path& file) {
            return decoder.decodeForNetwork(file, pack->input.width).ok();
        });
    } else {
        setThreadsPerPass(threads);
        const auto opened = openBackbone(*pack, Engine::Cpu);
        if (!opened)
            return refuse(opened.error().text);
        failures = onThreads(files, 1, [&](const fs::path& file) {
            const auto photo = decoder.decodeToFit(file, std::numeric_limits<int>::max());
            return photo.ok() && opened->backbone->run(photo->image).ok();
        });
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    if (failures > 0)
        return refuse(std::to_string(failures) + " photos could not be read");
    std::cout << static_cast<double>(files.size()) / seconds.count() << '\n';
    return 0;
}
