// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/encoder_factory.h"

#include "core/hashing/cluster_encoder.h"
#include "core/hashing/linear_encoder.h"
#include "core/hashing/threshold_encoder.h"

#include <algorithm>
#include <string>

namespace likeness {
namespace {

using EncoderPointer = std::shared_ptr<const Encoder>;

/// The tensor of that name if it has that shape, otherwise null.
const Tensor* find(const std::vector<Tensor>& tensors, std::string_view name, int rows, int columns) {
    const auto found = std::ranges::find(tensors, name, &Tensor::name);
    return found != tensors.end() && found->rows == rows && found->columns == columns ? &*found : nullptr;
}

int rowsOf(const std::vector<Tensor>& tensors, std::string_view name) {
    const auto found = std::ranges::find(tensors, name, &Tensor::name);
    return found == tensors.end() ? 0 : found->rows;
}

// Each gives null where the tensors are not those of its method.

EncoderPointer makeLinear(std::string_view method, int bits, const std::vector<Tensor>& tensors) {
    auto map = affineMapFrom(tensors);
    if (!map || map->rows != bits || tensors.size() != 2)
        return nullptr;
    return std::make_shared<LinearEncoder>(std::string(method), *std::move(map));
}

EncoderPointer makeThreshold(int bits, const std::vector<Tensor>& tensors) {
    auto map = affineMapFrom(tensors);
    const Tensor* thresholds = find(tensors, "thresholds", 1, bits);
    if (!map || thresholds == nullptr || map->rows > bits || tensors.size() != 3)
        return nullptr;
    return std::make_shared<ThresholdEncoder>(*std::move(map), thresholds->values);
}

EncoderPointer makeCluster(int bits, const std::vector<Tensor>& tensors) {
    auto map = affineMapFrom(tensors);
    const int clusters = rowsOf(tensors, "codes");
    const int allCentres = rowsOf(tensors, "centres");
    if (!map || clusters < 1 || allCentres % clusters != 0 || tensors.size() != 5)
        return nullptr;
    const Tensor* centres = find(tensors, "centres", allCentres, map->rows);
    const Tensor* codes = find(tensors, "codes", clusters, bits);
    const Tensor* sharpness = find(tensors, "sharpness", 1, 1);
    const int books = allCentres / clusters;
    if (centres == nullptr || codes == nullptr || sharpness == nullptr || books < 1 || books > bits)
        return nullptr;
    return std::make_shared<ClusterEncoder>(ClusterBooks{
        *std::move(map), books, clusters, sharpness->values.front(), centres->values, codes->values});
}

EncoderPointer make(std::string_view method, int bits, const std::vector<Tensor>& tensors) {
    if (method == qhMethod)
        return makeThreshold(bits, tensors);
    if (method == chMethod)
        return makeCluster(bits, tensors);
    return makeLinear(method, bits, tensors);
}

bool isKnown(std::string_view method) {
    return method == qhMethod || method == chMethod ||
           std::ranges::find(linearMethods, method) != linearMethods.end();
}

} // namespace

Result<EncoderPointer> makeEncoder(std::string_view method, int bits, const std::vector<Tensor>& tensors) {
    if (!isKnown(method))
        return makeError(ErrorCode::CodebookUnreadable,
                         {std::string(method), "its method is not known here"});
    EncoderPointer encoder = make(method, bits, tensors);
    if (!encoder)
        return makeError(ErrorCode::CodebookUnreadable,
                         {std::string(method), "its tensors have wrong shapes"});
    return encoder;
}

} // namespace likeness
