// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dnnl.hpp>

namespace likeness::onednn {

// All that versions 2 and 3 of oneDNN do in different ways.

using Dimensions = dnnl::memory::dims;
using Layout = dnnl::memory::desc;

struct ConvolutionLayouts {
    Layout source;
    Layout weights;
    Layout bias;
    Layout result;
};

/// Rows and columns each; a dilation of 0 is dense.
struct ConvolutionGeometry {
    Dimensions strides;
    Dimensions dilations;
    Dimensions padBegin;
    Dimensions padEnd;
};

using ConvolutionPlan = dnnl::convolution_forward::primitive_desc;

#if DNNL_VERSION_MAJOR >= 3

inline ConvolutionPlan planConvolution(const dnnl::engine& engine, const ConvolutionLayouts& layouts,
                                       const ConvolutionGeometry& geometry,
                                       const dnnl::primitive_attr& attributes) {
    return {engine,
            dnnl::prop_kind::forward_inference,
            dnnl::algorithm::convolution_direct,
            layouts.source,
            layouts.weights,
            layouts.bias,
            layouts.result,
            geometry.strides,
            geometry.dilations,
            geometry.padBegin,
            geometry.padEnd,
            attributes};
}

inline void appendRelu(dnnl::post_ops& operations) {
    operations.append_eltwise(dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
}

inline void appendClip(dnnl::post_ops& operations, float low, float high) {
    operations.append_eltwise(dnnl::algorithm::eltwise_clip, low, high);
}

inline Dimensions dimensionsOf(const Layout& layout) {
    return layout.get_dims();
}

#else

inline ConvolutionPlan planConvolution(const dnnl::engine& engine, const ConvolutionLayouts& layouts,
                                       const ConvolutionGeometry& geometry,
                                       const dnnl::primitive_attr& attributes) {
    const dnnl::convolution_forward::desc description(
        dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct, layouts.source,
        layouts.weights, layouts.bias, layouts.result, geometry.strides, geometry.dilations,
        geometry.padBegin, geometry.padEnd);
    return {description, attributes, engine};
}

inline void appendRelu(dnnl::post_ops& operations) {
    operations.append_eltwise(1.0F, dnnl::algorithm::eltwise_relu, 0.0F, 0.0F);
}

inline void appendClip(dnnl::post_ops& operations, float low, float high) {
    operations.append_eltwise(1.0F, dnnl::algorithm::eltwise_clip, low, high);
}

inline Dimensions dimensionsOf(const Layout& layout) {
    return layout.dims();
}

#endif

} // namespace likeness::onednn
