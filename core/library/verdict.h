// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/photo.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace likeness {

enum class Judgement { Undecided = 0, Match = 1, NoMatch = 2 };

/// "undecided", "match", "no match": as the command line writes them.
constexpr std::string_view judgementName(Judgement judgement) {
    switch (judgement) {
    case Judgement::Match:
        return "match";
    case Judgement::NoMatch:
        return "no match";
    case Judgement::Undecided:
        break;
    }
    return "undecided";
}

/// Two contents, the lower one first.
using ContentPair = std::pair<ContentHash, ContentHash>;
ContentPair contentPair(const ContentHash& a, const ContentHash& b);

/// What the user judged of two photos, whichever of them was searched by.
struct Verdict {
    ContentPair contents;
    Judgement judgement = Judgement::Undecided;
    std::string note;          // UTF-8
    std::int64_t judgedAt = 0; // seconds since 1970
    bool operator==(const Verdict&) const = default;
};

} // namespace likeness
