// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/itq_training.h"

#include "core/hashing/linear_encoder.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <random>

namespace likeness {
namespace {

using Matrix = Eigen::MatrixXd;
using RowMajorFloats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Matrix toMatrix(const DescriptorMatrix& samples) {
    return Eigen::Map<const RowMajorFloats>(samples.values.data(), samples.count, samples.length)
        .cast<double>();
}

struct PrincipalComponents {
    Eigen::RowVectorXd mean;
    Matrix axes;               // a component in each column, the largest variance first
    Eigen::VectorXd variances; // of the samples along each component
};

PrincipalComponents principalComponents(const Matrix& samples, int dimensions) {
    PrincipalComponents pca;
    pca.mean = samples.colwise().mean();
    const Matrix centred = samples.rowwise() - pca.mean;
    const Matrix covariance = centred.transpose() * centred / static_cast<double>(samples.rows());
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(covariance); // eigenvalues ascend
    pca.axes = solver.eigenvectors().rightCols(dimensions).rowwise().reverse();
    pca.variances = solver.eigenvalues().tail(dimensions).reverse();
    return pca;
}

AffineMap toAffineMap(const Eigen::RowVectorXd& mean, const Matrix& weights) {
    AffineMap map;
    map.rows = static_cast<int>(weights.rows());
    map.columns = static_cast<int>(weights.cols());
    map.mean.resize(static_cast<std::size_t>(mean.size()));
    map.weights.resize(static_cast<std::size_t>(weights.size()));
    Eigen::Map<Eigen::RowVectorXf>(map.mean.data(), mean.size()) = mean.cast<float>();
    Eigen::Map<RowMajorFloats>(map.weights.data(), weights.rows(), weights.cols()) = weights.cast<float>();
    return map;
}

Matrix randomRotation(int size, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    const Matrix gaussian = Matrix::NullaryExpr(size, size, [&] { return normal(random); });
    return Matrix(Eigen::HouseholderQR<Matrix>(gaussian).householderQ());
}

/// The rotation that brings `projected` nearest to its own signs (orthogonal Procrustes, Schoenemann 1966).
Matrix improvedRotation(const Matrix& projected, const Matrix& rotation) {
    const Matrix signs = (projected * rotation).unaryExpr([](double v) { return v > 0 ? 1.0 : -1.0; });
    const Eigen::BDCSVD<Matrix> svd(projected.transpose() * signs, Eigen::ComputeFullU | Eigen::ComputeFullV);
    return svd.matrixU() * svd.matrixV().transpose();
}

std::optional<Error> tooFew(const DescriptorMatrix& samples, int needed) {
    if (samples.count >= needed)
        return std::nullopt;
    return makeError(ErrorCode::TrainingDataTooFew, {std::to_string(samples.count), std::to_string(needed)});
}

} // namespace

Result<std::shared_ptr<const Encoder>> trainItq(const DescriptorMatrix& samples, const ItqOptions& options,
                                                const std::stop_token& stop) {
    if (auto error = tooFew(samples, options.bits + 1))
        return *error;
    if (options.bits < 1 || options.bits > samples.length)
        return makeError(ErrorCode::InvalidArgument,
                         {"ITQ makes 1 to " + std::to_string(samples.length) + " bits here"});
    const Matrix all = toMatrix(samples);
    const PrincipalComponents pca = principalComponents(all, options.bits);
    const Matrix projected = (all.rowwise() - pca.mean) * pca.axes;
    Matrix rotation = randomRotation(options.bits, options.seed);
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
        if (stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        rotation = improvedRotation(projected, rotation);
    }
    const Matrix weights = (pca.axes * rotation).transpose();
    return std::shared_ptr<const Encoder>(
        std::make_shared<LinearEncoder>(std::string(itqMethod), toAffineMap(pca.mean, weights)));
}

Result<AffineMap> fitWhitening(const DescriptorMatrix& samples, int dimensions, double power) {
    if (auto error = tooFew(samples, dimensions + 1))
        return *error;
    if (dimensions < 1 || dimensions > samples.length)
        return makeError(ErrorCode::InvalidArgument,
                         {"1 to " + std::to_string(samples.length) + " dimensions can be kept here"});
    const PrincipalComponents pca = principalComponents(toMatrix(samples), dimensions);
    const Eigen::VectorXd scale =
        pca.variances.unaryExpr([power](double v) { return std::pow(std::max(v, 1e-12), -power / 2); });
    return toAffineMap(pca.mean, scale.asDiagonal() * pca.axes.transpose());
}

} // namespace likeness
