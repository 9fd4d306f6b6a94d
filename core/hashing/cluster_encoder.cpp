// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/cluster_encoder.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace likeness {
namespace {

float squaredDistance(std::span<const float> a, std::span<const float> b) {
    float sum = 0.0F;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

} // namespace

ClusterEncoder::ClusterEncoder(ClusterBooks books)
    : books_(std::move(books)), bits_(static_cast<int>(books_.codes.size()) / books_.clusters) {}

std::vector<float> ClusterEncoder::distances(std::span<const float> point, int book) const {
    std::vector<float> all(static_cast<std::size_t>(books_.clusters));
    const std::size_t first = static_cast<std::size_t>(book) * all.size();
    for (std::size_t c = 0; c < all.size(); ++c)
        all[c] = squaredDistance(point,
                                 std::span(books_.centres).subspan((first + c) * point.size(), point.size()));
    return all;
}

void ClusterEncoder::add(std::vector<float>& bits, int book, int cluster, float weight) const {
    const std::size_t row = static_cast<std::size_t>(cluster) * bits.size();
    const auto last = static_cast<std::size_t>(ClusterBooks::firstBit(book + 1, books_.books, bits_));
    for (auto bit = static_cast<std::size_t>(ClusterBooks::firstBit(book, books_.books, bits_)); bit < last;
         ++bit)
        bits[bit] += weight * books_.codes[row + bit];
}

std::vector<float> ClusterEncoder::project(std::span<const float> descriptor) const {
    const std::vector<float> point = books_.map.apply(descriptor);
    std::vector<float> soft(static_cast<std::size_t>(bits_));
    for (int book = 0; book < books_.books; ++book) {
        std::vector<float> weights = distances(point, book);
        const float nearest = *std::ranges::min_element(weights);
        float sum = 0.0F;
        for (float& weight : weights) {
            weight = std::exp(-books_.sharpness * (weight - nearest));
            sum += weight;
        }
        for (int c = 0; c < books_.clusters; ++c)
            add(soft, book, c, weights[static_cast<std::size_t>(c)] / sum);
    }
    return soft;
}

HashCode ClusterEncoder::encode(std::span<const float> descriptor) const {
    const std::vector<float> point = books_.map.apply(descriptor);
    std::vector<float> code(static_cast<std::size_t>(bits_));
    for (int book = 0; book < books_.books; ++book) {
        const std::vector<float> all = distances(point, book);
        add(code, book, static_cast<int>(std::ranges::min_element(all) - all.begin()), 1.0F);
    }
    return HashCode::fromSigns(code);
}

std::vector<Tensor> ClusterEncoder::tensors() const {
    std::vector<Tensor> all = tensorsOf(books_.map);
    all.push_back({"centres", books_.books * books_.clusters, books_.map.rows, books_.centres});
    all.push_back({"codes", books_.clusters, bits_, books_.codes});
    all.push_back({"sharpness", 1, 1, {books_.sharpness}});
    return all;
}

} // namespace likeness
