# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes whole channels out of an EfficientNet-Lite, so that what is left is a smaller network of the same form.

The channels between a block's expansion and its projection are ranked by the magnitude of what they contribute, and the
projection of those that stay is refitted by least squares to give the block's old output (Y. He, X. Zhang and J. Sun,
Channel Pruning for Accelerating Very Deep Neural Networks, ICCV 2017).
"""

from dataclasses import dataclass

import torch

MULTIPLE = 8  # channels that vector instructions take at once
CELLS = 20_000  # of a map that statistics are taken of
RIDGE = 0.01  # of the mean variance


@dataclass(frozen=True)
class Activations:
    """Of the channels that enter a block's projection."""

    mean: torch.Tensor
    covariance: torch.Tensor


def prunable(network):
    return [block for block in network.blocks if hasattr(block, "_expand_conv")]


def measure(network, images):
    """The Activations of each prunable block on these images, in order."""
    measured = []

    def remember(_, inputs):
        cells = inputs[0].transpose(0, 1).flatten(1)
        cells = cells[:, :: max(1, cells.shape[1] // CELLS)]
        measured.append(Activations(cells.mean(1), torch.cov(cells)))

    hooks = [block._project_conv.register_forward_pre_hook(remember) for block in prunable(network)]
    with torch.no_grad():
        network(images)
    for hook in hooks:
        hook.remove()
    return measured


def magnitude(projection, activations):
    """One number for each channel: by how much its part of the block's output varies."""
    return activations.covariance.diag().sqrt() * projection.norm(dim=0)


def refitted(projection, activations, kept):
    """(weights, what to add to the bias) that give the old output from the kept channels alone, as nearly as they can."""
    among = activations.covariance[kept][:, kept]
    among = among + RIDGE * among.diag().mean() * torch.eye(len(kept))
    weights = torch.linalg.solve(among, (projection @ activations.covariance[:, kept]).T).T
    return weights, projection @ activations.mean - weights @ activations.mean[kept]


def keep_outputs(convolution, kept):
    convolution.weight = torch.nn.Parameter(convolution.weight[kept].detach().clone())
    convolution.bias = torch.nn.Parameter(convolution.bias[kept].detach().clone())
    convolution.out_channels = len(kept)


def prune_block(block, activations, share):
    """Takes about `share` of the expanded channels out. What enters and leaves the block keeps its shape."""
    projection = block._project_conv.weight.detach()[:, :, 0, 0]
    channels = projection.shape[1]
    left = max(MULTIPLE, round(channels * (1 - share) / MULTIPLE) * MULTIPLE)
    kept = magnitude(projection, activations).topk(left).indices.sort().values
    weights, more_bias = refitted(projection, activations, kept)
    keep_outputs(block._expand_conv, kept)
    keep_outputs(block._depthwise_conv, kept)
    block._depthwise_conv.groups = block._depthwise_conv.in_channels = left
    block._project_conv.in_channels = left
    block._project_conv.weight = torch.nn.Parameter(weights[:, :, None, None].contiguous())
    block._project_conv.bias = torch.nn.Parameter(block._project_conv.bias.detach() + more_bias)


def prune(network, images, share):
    """`network`: a FeatureMaps whose batch normalisation is folded; it is changed. `images` stand for all photos."""
    for block, activations in zip(prunable(network), measure(network, images)):
        prune_block(block, activations, share)


def weights(network):
    return sum(parameter.numel() for parameter in network.parameters())
