// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/affine_map.h"

#include "core/hashing/matrix_product.h"

#include <Eigen/Core>
#include <algorithm>
#include <cassert>
#include <functional>
#include <string>

namespace likeness {

std::vector<float> AffineMap::apply(std::span<const float> x) const {
    assert(static_cast<int>(x.size()) == columns);
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const RowMajor> w(weights.data(), rows, columns);
    const Eigen::Map<const Eigen::VectorXf> input(x.data(), columns);
    const Eigen::Map<const Eigen::VectorXf> centre(mean.data(), columns);
    std::vector<float> y(static_cast<std::size_t>(rows));
    Eigen::Map<Eigen::VectorXf>(y.data(), rows).noalias() = w * (input - centre);
    return y;
}

std::vector<float> AffineMap::applyToAll(std::span<const std::vector<float>> xs) const {
    std::vector<float> centred(xs.size() * mean.size());
    auto place = centred.begin();
    for (const std::vector<float>& x : xs) {
        assert(x.size() == mean.size());
        place = std::ranges::transform(x, mean, place, std::minus()).out;
    }
    return timesTransposed({centred, columns}, {weights, columns});
}

std::vector<Tensor> tensorsOf(const AffineMap& map, std::string_view prefix) {
    const std::string start(prefix);
    return {{start + "mean", 1, map.columns, map.mean},
            {start + "weights", map.rows, map.columns, map.weights}};
}

std::optional<AffineMap> affineMapFrom(std::span<const Tensor> tensors, std::string_view prefix) {
    const std::string start(prefix);
    const auto mean = std::ranges::find(tensors, start + "mean", &Tensor::name);
    const auto weights = std::ranges::find(tensors, start + "weights", &Tensor::name);
    if (mean == tensors.end() || weights == tensors.end() || mean->rows != 1 ||
        mean->columns != weights->columns || weights->rows < 1 || weights->columns < 1)
        return std::nullopt;
    return AffineMap{weights->rows, weights->columns, mean->values, weights->values};
}

} // namespace likeness
