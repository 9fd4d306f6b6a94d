// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/linear_algebra.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SVD>
#include <random>

namespace likeness {

using Eigen::MatrixXd;

MatrixXd toMatrix(const DescriptorMatrix& samples) {
    return Eigen::Map<const RowMajorFloats>(samples.values.data(), samples.count, samples.length)
        .cast<double>();
}

namespace {

/// Orthonormal columns along those of `columns`, which are orthogonal to each other; any directions that are
/// left for columns of length 0.
MatrixXd normalisedColumns(const MatrixXd& columns) {
    const Eigen::HouseholderQR<MatrixXd> factors(columns);
    const MatrixXd directions = factors.householderQ() * MatrixXd::Identity(columns.rows(), columns.cols());
    const Eigen::VectorXd turned = signsOf(factors.matrixQR().diagonal());
    return directions * turned.asDiagonal();
}

} // namespace

PrincipalComponents principalComponents(const MatrixXd& samples, int dimensions) {
    PrincipalComponents pca;
    pca.mean = samples.colwise().mean();
    const MatrixXd centred = samples.rowwise() - pca.mean;
    // The products of the samples have the eigenvalues of the covariance; they are the smaller matrix where
    // samples are few.
    const bool few = samples.rows() < samples.cols();
    const MatrixXd products =
        few ? MatrixXd(centred * centred.transpose()) : MatrixXd(centred.transpose() * centred);
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(products / static_cast<double>(samples.rows()));
    // Eigenvalues ascend.
    const MatrixXd vectors = solver.eigenvectors().rightCols(dimensions).rowwise().reverse();
    pca.axes = few ? normalisedColumns(centred.transpose() * vectors) : vectors;
    pca.variances = solver.eigenvalues().tail(dimensions).reverse().cwiseMax(0.0);
    return pca;
}

MatrixXd randomDirections(int size, int columns, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    const MatrixXd gaussian = MatrixXd::NullaryExpr(size, columns, [&] { return normal(random); });
    const Eigen::HouseholderQR<MatrixXd> factors(gaussian);
    return factors.householderQ() * MatrixXd::Identity(size, columns);
}

MatrixXd nearestRotation(const MatrixXd& product) {
    const Eigen::BDCSVD<MatrixXd> svd(product, Eigen::ComputeFullU | Eigen::ComputeFullV);
    return svd.matrixU() * svd.matrixV().transpose();
}

Result<MatrixXd> itqRotation(const MatrixXd& projected, const RotationOptions& options,
                             const std::stop_token& stop) {
    const int size = static_cast<int>(projected.cols());
    MatrixXd rotation = randomDirections(size, size, options.seed);
    for (int i = 0; i < options.iterations; ++i) {
        if (stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        rotation = nearestRotation(projected.transpose() * signsOf(projected * rotation));
    }
    return rotation;
}

MatrixXd signsOf(const MatrixXd& values) {
    return values.unaryExpr([](double v) { return v > 0 ? 1.0 : -1.0; });
}

AffineMap toAffineMap(const Eigen::RowVectorXd& mean, const MatrixXd& weights) {
    AffineMap map;
    map.rows = static_cast<int>(weights.rows());
    map.columns = static_cast<int>(weights.cols());
    map.mean.resize(static_cast<std::size_t>(mean.size()));
    map.weights.resize(static_cast<std::size_t>(weights.size()));
    Eigen::Map<Eigen::RowVectorXf>(map.mean.data(), mean.size()) = mean.cast<float>();
    Eigen::Map<RowMajorFloats>(map.weights.data(), weights.rows(), weights.cols()) = weights.cast<float>();
    return map;
}

} // namespace likeness
