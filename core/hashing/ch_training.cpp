// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/ch_training.h"

#include "core/hashing/cluster_encoder.h"
#include "core/hashing/itq_training.h"
#include "core/hashing/k_means.h"
#include "core/hashing/training_input.h"

#include <algorithm>
#include <span>

namespace likeness {
namespace {

/// Writes the centres' codes, by ITQ on the centres alone, into the bits of one book.
Result<void> addCodes(const RowMajorFloats& centres, int book, std::uint64_t seed, ClusterBooks& books,
                      const std::stop_token& stop) {
    const int bits = static_cast<int>(books.codes.size()) / books.clusters;
    const int first = ClusterBooks::firstBit(book, books.books, bits);
    const int size = ClusterBooks::firstBit(book + 1, books.books, bits) - first;
    const DescriptorMatrix matrix{std::span(centres.data(), static_cast<std::size_t>(centres.size())),
                                  static_cast<int>(centres.rows()), static_cast<int>(centres.cols())};
    const auto encoder = trainItq(matrix, {.bits = size, .seed = seed}, stop);
    if (!encoder)
        return encoder.error();
    for (int c = 0; c < books.clusters; ++c) {
        const HashCode code = (*encoder)->encode(matrix.row(c));
        for (int bit = 0; bit < size; ++bit)
            books.codes[static_cast<std::size_t>(c) * static_cast<std::size_t>(bits) +
                        static_cast<std::size_t>(first + bit)] = code.bit(bit) ? 1.0F : -1.0F;
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const Encoder>> trainCh(const DescriptorMatrix& samples, const ChOptions& options,
                                               const std::stop_token& stop) {
    if (auto checked = checkTraining(samples, options.bits); !checked)
        return checked.error();
    const Eigen::MatrixXd all = toMatrix(samples);
    const int dimensions = std::clamp(options.dimensions, 1, std::min(samples.length, samples.count - 1));
    const PrincipalComponents pca = principalComponents(all, dimensions);
    const RowMajorFloats points = ((all.rowwise() - pca.mean) * pca.axes).cast<float>();

    ClusterBooks books;
    books.map = toAffineMap(pca.mean, pca.axes.transpose());
    books.books = std::max(1, options.bits / std::max(1, options.bitsPerBook));
    books.clusters = std::max(fewestSamples, std::min(options.clusters, samples.count / 4));
    books.codes.resize(static_cast<std::size_t>(books.clusters) * static_cast<std::size_t>(options.bits));
    double distance = 0.0;
    for (int book = 0; book < books.books; ++book) {
        const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(book);
        const auto clusters = kMeans(points, {.clusters = books.clusters, .seed = seed}, stop);
        if (!clusters)
            return clusters.error();
        const RowMajorFloats& centres = clusters->centres;
        books.centres.insert(books.centres.end(), centres.data(), centres.data() + centres.size());
        distance += clusters->meanDistance / books.books;
        if (auto added = addCodes(centres, book, seed, books, stop); !added)
            return added.error();
    }
    books.sharpness = static_cast<float>(3.0 / std::max(distance, 1e-12));
    return std::shared_ptr<const Encoder>(std::make_shared<ClusterEncoder>(std::move(books)));
}

} // namespace likeness
