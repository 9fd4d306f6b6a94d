// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/photo_id.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace likeness {

enum class DuplicateKind {
    Exact, // the same bytes
    Near,  // the same picture, saved again, resized, edited, cut or turned
    Burst, // taken one after the other, of the same scene
};

inline constexpr std::array allDuplicateKinds{DuplicateKind::Exact, DuplicateKind::Near,
                                              DuplicateKind::Burst};

/// "exact", "near", "burst".
std::string_view duplicateKindName(DuplicateKind kind);

struct DuplicateMember {
    PhotoId photo;
    double similarity = 0; // to the reference, 0 to 1
    bool operator==(const DuplicateMember&) const = default;
};

/// A star: each member was compared with the reference itself, never with another member alone, so that
/// photos that aren't alike don't get into one group by a chain.
struct DuplicateGroup {
    DuplicateKind kind = DuplicateKind::Exact;
    PhotoId reference;
    std::vector<DuplicateMember> members; // without the reference, most alike first
    PhotoId keeper;                       // suggested, the reference or a member
    std::int64_t freeableBytes = 0;       // of all others that aren't protected
};

/// Two photos that were compared and found alike.
struct AlikePair {
    PhotoId first;
    PhotoId second;
    double similarity = 0;
    bool operator==(const AlikePair&) const = default;
};

} // namespace likeness
