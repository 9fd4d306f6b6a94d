# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the graph of an EfficientNet-Lite small: convolutions, clips and sums are left, and few paddings."""

import torch


def fold(convolution, batch_norm):
    """Puts the normalisation into the convolution. In double precision, so that every build of torch gives equal weights."""
    factor = batch_norm.weight.double() / (batch_norm.running_var.double() + batch_norm.eps).sqrt()
    offset = batch_norm.bias.double() - batch_norm.running_mean.double() * factor
    convolution.weight.data = (convolution.weight.double() * factor[:, None, None, None]).float()
    convolution.bias = torch.nn.Parameter(offset.float())


def fold_batch_norms(network):
    pairs = [(network, "_conv_stem", "_bn0"), (network, "_conv_head", "_bn1")]
    for block in network._blocks:
        pairs += [(block, "_expand_conv", "_bn0")] if hasattr(block, "_expand_conv") else []
        pairs += [(block, "_depthwise_conv", "_bn1"), (block, "_project_conv", "_bn2")]
    for owner, convolution, batch_norm in pairs:
        fold(getattr(owner, convolution), getattr(owner, batch_norm))
        setattr(owner, batch_norm, torch.nn.Identity())


def move_padding_into_convolutions(network):
    """Symmetric padding only: OpenCV wants asymmetric padding as a layer of its own."""
    for layer in network.modules():
        left, right, top, bottom = getattr(getattr(layer, "static_padding", None), "padding", (0, 0, 0, 0))
        if left == right and top == bottom and (left or top):
            layer.padding = (top, left)
            layer.static_padding = torch.nn.Identity()


def fold_all(network):
    with torch.no_grad():
        fold_batch_norms(network)
    move_padding_into_convolutions(network)
    return network
