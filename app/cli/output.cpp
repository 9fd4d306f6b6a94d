// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/exit_code.h"
#include "core/base/error_text.h"

#include <cmath>
#include <csignal>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace likeness::cli {
namespace {

volatile std::sig_atomic_t readerIsGone = 0;

} // namespace

void surviveBrokenPipe() {
    std::signal(SIGPIPE, [](int) { readerIsGone = 1; });
}

void printLine(std::string_view text) {
    std::cout << text << '\n';
}

void printJson(const nlohmann::ordered_json& value) {
    constexpr int indent = 2;
    std::cout << value.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void printNote(std::string_view text) {
    std::cerr << text << std::endl;
}

int fail(const Error& error) {
    printNote("likeness-cli: " + errorText(error));
    return Failure;
}

bool outputWasLost() {
    std::cout.flush();
    return !std::cout && readerIsGone == 0;
}

std::string counted(std::int64_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string decimal(double value, int decimals) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(decimals) << value;
    return text.str();
}

double rounded(double value, int decimals) {
    const double unit = std::pow(10.0, decimals);
    return std::round(value * unit) / unit;
}

} // namespace likeness::cli
