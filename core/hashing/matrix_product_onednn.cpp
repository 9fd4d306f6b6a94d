// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/matrix_product.h"

#include "core/features/onednn_threads.h"

#include <dnnl.h>

namespace likeness {

std::vector<float> timesTransposed(const MatrixRows& a, const MatrixRows& b) {
    std::vector<float> product(static_cast<std::size_t>(a.rows()) * static_cast<std::size_t>(b.rows()));
    if (product.empty())
        return product;
    const onednn::Threads one(1);
    // Fails only for sizes below 1.
    dnnl_sgemm('N', 'T', a.rows(), b.rows(), a.columns, 1.0F, a.values.data(), a.columns, b.values.data(),
               b.columns, 0.0F, product.data(), b.rows());
    return product;
}

} // namespace likeness
