// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/tag_name.h"

#include "core/base/path_text.h"

#include <algorithm>
#include <array>

namespace likeness {
namespace {

/// As UTF-8: space, control characters that printableText would spell, no-break and ideographic space.
constexpr std::array<std::string_view, 7> blanks{" ", "\t", "\n", "\r", "\v", "\u00A0", "\u3000"};

std::string_view trimmed(std::string_view text) {
    const auto startsBlank = [&text](std::string_view blank) { return text.starts_with(blank); };
    const auto endsBlank = [&text](std::string_view blank) { return text.ends_with(blank); };
    for (auto found = std::ranges::find_if(blanks, startsBlank); found != blanks.end();
         found = std::ranges::find_if(blanks, startsBlank))
        text.remove_prefix(found->size());
    for (auto found = std::ranges::find_if(blanks, endsBlank); found != blanks.end();
         found = std::ranges::find_if(blanks, endsBlank))
        text.remove_suffix(found->size());
    return text;
}

} // namespace

Result<std::string> tagName(std::string_view text) {
    std::string name;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('/', begin), text.size());
        const std::string_view level = trimmed(text.substr(begin, end - begin));
        if (!level.empty())
            name += (name.empty() ? "" : "/") + printableText(level);
        begin = end + 1;
    }
    if (name.empty())
        return makeError(ErrorCode::InvalidArgument, {"a tag needs a name"});
    return name;
}

} // namespace likeness
