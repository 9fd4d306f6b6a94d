// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/explanation.h"

#include "core/features/pooling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace likeness {
namespace {

/// query^T W / |W (descriptor - mean)|: what one unit of each channel adds to the cosine.
std::vector<double> gains(std::span<const float> query, const Descriptor& descriptor,
                          const AffineMap& whitening) {
    const std::vector<float> whitened = whitening.apply(descriptor);
    const double norm =
        std::sqrt(std::inner_product(whitened.begin(), whitened.end(), whitened.begin(), 0.0));
    std::vector<double> perChannel(descriptor.size());
    if (norm <= 0)
        return perChannel;
    for (std::size_t row = 0; row < query.size(); ++row)
        for (std::size_t c = 0; c < perChannel.size(); ++c)
            perChannel[c] += static_cast<double>(query[row]) *
                             static_cast<double>(whitening.weights[row * perChannel.size() + c]) / norm;
    return perChannel;
}

} // namespace

ShareMap sharesOf(std::span<const float> query, const FeatureMap& map, const Recipe& recipe) {
    const Descriptor descriptor = gemPool(map, recipe.pack().gemPower);
    const AffineMap& whitening = *recipe.codebook().whitening;
    const std::vector<double> gain = gains(query, descriptor, whitening);
    const auto cells = static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height);
    std::vector<double> shares(cells);
    double constant = 0;
    for (std::size_t c = 0; c < descriptor.size(); ++c) {
        const auto channel = map.channel(static_cast<int>(c));
        std::vector<double> powers(cells);
        std::ranges::transform(channel, powers.begin(), [&](float v) {
            return std::pow(static_cast<double>(std::max(v, 1e-6F)),
                            static_cast<double>(recipe.pack().gemPower));
        });
        const double sum = std::reduce(powers.begin(), powers.end());
        for (std::size_t i = 0; i < cells; ++i)
            shares[i] += gain[c] * static_cast<double>(descriptor[c]) * powers[i] / sum;
        constant += gain[c] * static_cast<double>(whitening.mean[c]);
    }
    ShareMap result{map.width, map.height, {}};
    for (const double share : shares)
        result.shares.push_back(static_cast<float>(share - constant / static_cast<double>(cells)));
    return result;
}

} // namespace likeness
