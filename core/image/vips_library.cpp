// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/vips_library.h"

#include "core/base/path_text.h"

#include <algorithm>
#include <string_view>

namespace likeness {
namespace {

void ignoreMessage(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

void allowOnlyTheLoadersOfImageFormat() {
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* loader :
         {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadTiff",
          "VipsForeignLoadHeif", "VipsForeignLoadNsgif", "VipsForeignLoadMagick"})
        vips_operation_block_set(loader, FALSE);
}

bool start() {
    g_log_set_handler("VIPS", G_LOG_LEVEL_MASK, &ignoreMessage, nullptr);
    if (vips_init("likeness") != 0)
        return false;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    allowOnlyTheLoadersOfImageFormat();
    return true;
}

/// libheif seeks past the end to learn a file's size; libvips complains, and nothing is wrong.
bool saysNothing(std::string_view complaint) {
    return complaint.empty() || complaint.find(": bad seek to ") != std::string_view::npos;
}

/// Cut off where there is too much of it.
std::string inOneLine(std::string_view lines) {
    constexpr std::size_t longest = 400;
    std::string line;
    while (!lines.empty() && line.size() < longest) {
        std::string_view part = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(part.size() + 1, lines.size()));
        part.remove_prefix(std::min(part.find_first_not_of(" \t"), part.size()));
        if (saysNothing(part))
            continue;
        line += line.empty() ? "" : "; ";
        line += part.substr(0, longest);
    }
    return printableText(line);
}

} // namespace

bool startVips() {
    static const bool started = start();
    return started;
}

void forgetVipsErrors() {
    vips_error_clear();
}

std::string takeVipsError() {
    const std::unique_ptr<char, decltype(&g_free)> lines(vips_error_buffer_copy(), &g_free);
    const std::string line = inOneLine(lines.get());
    return line.empty() ? "the decoder gave no reason" : line;
}

} // namespace likeness
