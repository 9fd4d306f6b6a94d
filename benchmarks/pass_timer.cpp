// SPDX-License-Identifier: GPL-3.0-or-later
// pass_timer PACK PRECISION THREADS: for each line on standard input, the time of one network pass on oneDNN,
// in ms, after an untimed one. compare_onnx_runtime.py talks with it, so that two programs can take turns.
#include "core/features/backbone.h"

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace likeness;

int refuse(const std::string& text) {
    std::cerr << text << '\n';
    return 1;
}

int serve(Backbone& network, const Image& image) {
    for (std::string line; std::getline(std::cin, line);) {
        if (const auto warmUp = network.run(image); !warmUp)
            return refuse(warmUp.error().text);
        const auto start = std::chrono::steady_clock::now();
        const auto maps = network.run(image);
        const auto end = std::chrono::steady_clock::now();
        if (!maps)
            return refuse(maps.error().text);
        std::cout << std::chrono::duration<double, std::milli>(end - start).count() << std::endl;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv, argv + argc);
    if (arguments.size() != 4)
        return refuse("usage: pass_timer PACK f32|bf16 THREADS");
    auto pack = findModelPack(arguments[1]);
    if (!pack)
        return refuse(pack.error().text);
    pack->precision = precisionFromName(arguments[2]);
    setThreadsPerPass(std::stoi(arguments[3]));
    const auto opened = openBackbone(*pack, Engine::OneDnn);
    if (!opened)
        return refuse(opened.error().text);
    if (!opened->notice.empty())
        return refuse(opened->notice);
    const auto pixels =
        static_cast<std::size_t>(pack->input.width) * static_cast<std::size_t>(pack->input.height);
    const Image image{pack->input.width, pack->input.height, std::vector<std::uint8_t>(3 * pixels, 100)};
    return serve(*opened->backbone, image);
}
