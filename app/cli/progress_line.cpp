// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace likeness::cli {
namespace {

constexpr std::size_t barLength = 24;
constexpr std::chrono::seconds lineInterval{1};

std::size_t terminalColumns() {
    winsize size{};
    constexpr std::size_t usual = 80;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

std::string bar(double share) {
    const auto filled = static_cast<std::size_t>(std::lround(share * static_cast<double>(barLength)));
    return "[" + std::string(filled, '#') + std::string(barLength - filled, '.') + "] ";
}

std::string percent(double share) {
    return std::to_string(std::lround(std::floor(share * 100))) + " %";
}

} // namespace

ProgressLine::ProgressLine() : isTerminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const std::string& phase, std::optional<double> share, const std::string& text) {
    if (share)
        share = std::clamp(*share, 0.0, 1.0);
    if (isTerminal_) {
        draw(phase + " " + (share ? bar(*share) : "") + text);
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (phase == phase_ && now - lastLine_ < lineInterval)
        return;
    phase_ = phase;
    lastLine_ = now;
    std::cerr << phase << ":" << (share ? " " + percent(*share) : "") << (text.empty() ? "" : " " + text)
              << std::endl;
}

void ProgressLine::clear() {
    if (isTerminal_)
        draw({});
}

void ProgressLine::draw(const std::string& line) {
    std::cerr << '\r' << line.substr(0, terminalColumns() - 1) << "\x1b[K" << std::flush;
}

} // namespace likeness::cli
