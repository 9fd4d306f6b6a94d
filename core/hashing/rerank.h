// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness {

/// What the short list of whole photos is re-ranked by. Regions and parts have no stored descriptor: they
/// always use the asymmetric similarity, and regions are expanded by it.
enum class Rerank {
    Expansion,  // Sum, then once more with the query moved towards the two photos most like it
    Sum,        // cosine of the stored descriptors plus a share of the asymmetric similarity
    Cosine,     // of the stored descriptors
    Asymmetric, // the real-valued query against bits
};

} // namespace likeness
