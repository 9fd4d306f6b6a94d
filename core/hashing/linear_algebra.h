// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hashing/affine_map.h"
#include "core/hashing/descriptor_matrix.h"

#include <Eigen/Core>
#include <cstdint>
#include <stop_token>

namespace likeness {

// What the trainings of hash methods share. For the .cpp files of core/hashing alone: Eigen stays in here.

using RowMajorFloats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Samples in rows.
Eigen::MatrixXd toMatrix(const DescriptorMatrix& samples);

struct PrincipalComponents {
    Eigen::RowVectorXd mean;
    Eigen::MatrixXd axes;      // a component in each column, the largest variance first
    Eigen::VectorXd variances; // of the samples along each component
};

/// The first `dimensions` components of samples in rows: not more than there are samples or values in each.
PrincipalComponents principalComponents(const Eigen::MatrixXd& samples, int dimensions);

/// `columns` orthonormal directions, in columns, uniformly random. columns <= size.
Eigen::MatrixXd randomDirections(int size, int columns, std::uint64_t seed);

/// The orthogonal matrix R that brings A R nearest to B, given A' B (orthogonal Procrustes, Schoenemann
/// 1966).
Eigen::MatrixXd nearestRotation(const Eigen::MatrixXd& product);

struct RotationOptions {
    int iterations = 50;
    std::uint64_t seed = 1; // of the rotation to start from
};

/// The rotation R that brings the rows of projected * R near to corners of the cube: iterative quantisation
/// (Gong and Lazebnik 2011). Cancelled.
Result<Eigen::MatrixXd> itqRotation(const Eigen::MatrixXd& projected, const RotationOptions& options,
                                    const std::stop_token& stop = {});

/// 1 where positive, otherwise -1.
Eigen::MatrixXd signsOf(const Eigen::MatrixXd& values);

/// y = W (x - mean), with W in `weights`.
AffineMap toAffineMap(const Eigen::RowVectorXd& mean, const Eigen::MatrixXd& weights);

} // namespace likeness
