// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace likeness::testing {

/// Codes as photos have them: clusters of photos that are alike, and bits that are not independent, so that
/// distances spread more widely than those of random codes.
struct CodeClusters {
    std::size_t words = 4; // of each code
    std::size_t clusters = 1000;
    double flips = 0.1; // share of bits in which a code differs from its cluster's centre
    unsigned seed = 1;
};

inline std::vector<std::uint64_t> randomWords(std::size_t count, std::mt19937_64& random) {
    std::vector<std::uint64_t> words(count);
    std::ranges::generate(words, [&] { return random(); });
    return words;
}

/// A word with about that share of bits set, to 1/256.
inline std::uint64_t sparseWord(double share, std::mt19937_64& random) {
    auto digits = static_cast<unsigned>(share * 256);
    std::uint64_t word = 0;
    for (int digit = 0; digit < 8; ++digit, digits >>= 1U)
        word = (digits & 1U) != 0 ? word | random() : word & random();
    return word;
}

/// Makes codes of such clusters, one after the other; the same seed makes the same codes.
class ClusteredCodes {
public:
    explicit ClusteredCodes(const CodeClusters& clusters)
        : clusters_(clusters),
          random_(clusters.seed),
          centres_(randomWords(clusters.words * clusters.clusters, random_)) {
        // Half of each centre's bits come from one of 32 themes, as photos share themes.
        const auto themes = randomWords(clusters.words * 32, random_);
        for (std::size_t i = 0; i < clusters.clusters; ++i) {
            const std::size_t theme = random_() % 32;
            for (std::size_t w = 0; w < clusters.words; ++w) {
                const std::uint64_t shared = random_();
                std::uint64_t& word = centres_[i * clusters.words + w];
                word = (word & ~shared) | (themes[theme * clusters.words + w] & shared);
            }
        }
    }

    /// `count` further codes, each of a cluster at random.
    std::vector<std::uint64_t> next(std::size_t count) {
        std::vector<std::uint64_t> codes;
        codes.reserve(count * clusters_.words);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t* const centre = &centres_[random_() % clusters_.clusters * clusters_.words];
            for (std::size_t w = 0; w < clusters_.words; ++w)
                codes.push_back(centre[w] ^ sparseWord(clusters_.flips, random_));
        }
        return codes;
    }

private:
    CodeClusters clusters_;
    std::mt19937_64 random_;
    std::vector<std::uint64_t> centres_;
};

/// `count` codes of which the last `pairs` are those at random rows before them with up to `flips` bits
/// changed.
inline std::vector<std::uint64_t> withPlantedPairs(const CodeClusters& clusters, std::size_t count,
                                                   std::size_t pairs, std::size_t flips) {
    std::vector<std::uint64_t> codes = ClusteredCodes(clusters).next(count - pairs);
    std::mt19937_64 random(clusters.seed + 1);
    for (std::size_t i = 0; i < pairs; ++i) {
        const std::size_t original = random() % (count - pairs) * clusters.words;
        for (std::size_t w = 0; w < clusters.words; ++w)
            codes.push_back(codes[original + w]);
        for (std::size_t left = random() % (flips + 1); left > 0; --left)
            codes[codes.size() - 1 - random() % clusters.words] ^= std::uint64_t{1} << (random() % 64);
    }
    return codes;
}

} // namespace likeness::testing
