// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/descriptor_matrix.h"
#include "core/hashing/encoder.h"

#include <map>
#include <random>
#include <vector>

namespace likeness::test {

/// Made descriptors, `perCluster` noisy ones around each of `clusters` random centres, one cluster after the
/// other.
struct ClusteredSamples {
    std::vector<float> values;
    int length = 0;
    int perCluster = 0;

    int count() const { return static_cast<int>(values.size()) / length; }
    DescriptorMatrix matrix() const { return {values, count(), length}; }
    std::span<const float> row(int i) const { return matrix().row(i); }
    int cluster(int i) const { return i / perCluster; }
};

inline ClusteredSamples clusteredSamples(int clusters, int perCluster, unsigned seed, int length = 24,
                                         float noise = 0.3F) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    ClusteredSamples samples{{}, length, perCluster};
    for (int c = 0; c < clusters; ++c) {
        std::vector<float> centre(static_cast<std::size_t>(length));
        for (float& v : centre)
            v = normal(random);
        for (int i = 0; i < perCluster; ++i)
            for (float v : centre)
                samples.values.push_back(v + noise * normal(random));
    }
    return samples;
}

inline std::vector<HashCode> codesOf(const Encoder& encoder, const ClusteredSamples& samples) {
    std::vector<HashCode> codes;
    for (int i = 0; i < samples.count(); ++i)
        codes.push_back(encoder.encode(samples.row(i)));
    return codes;
}

/// Share of samples whose nearest other code belongs to their own cluster, ties counted in part.
inline double nearestInCluster(const std::vector<HashCode>& codes, const ClusteredSamples& samples) {
    double share = 0;
    for (int i = 0; i < samples.count(); ++i) {
        std::map<int, std::pair<int, int>> within; // by distance: samples, of the own cluster
        for (int j = 0; j < samples.count(); ++j)
            if (i != j) {
                auto& [all, own] = within[hammingDistance(codes[static_cast<std::size_t>(i)],
                                                          codes[static_cast<std::size_t>(j)])];
                ++all;
                own += samples.cluster(i) == samples.cluster(j) ? 1 : 0;
            }
        share += static_cast<double>(within.begin()->second.second) / within.begin()->second.first;
    }
    return share / samples.count();
}

} // namespace likeness::test
