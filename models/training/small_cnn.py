# SPDX-License-Identifier: GPL-3.0-or-later
"""The small network of the first deep-hashing experiments: two convolutions with pooling, then a fully connected layer."""

import torch

from folding import fold

SIZE = 224
FEATURES = 128
CHANNELS = (16, 32)


def stage(before, after):
    """Quarters the sides."""
    return torch.nn.Sequential(
        torch.nn.Conv2d(before, after, 5, stride=2, padding=2, bias=False),
        torch.nn.BatchNorm2d(after),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
    )


class SmallCnn(torch.nn.Module):
    """N x 3 x 224 x 224 -> (second pooled map, N x 32 x 14 x 14; the features, N x 128 x 1 x 1).

    The fully connected layer is written as a convolution over the whole map, so that its output is a map of one cell.
    """

    def __init__(self):
        super().__init__()
        self.first = stage(3, CHANNELS[0])
        self.second = stage(CHANNELS[0], CHANNELS[1])
        self.dropout = torch.nn.Dropout(0.3)
        self.connected = torch.nn.Sequential(
            torch.nn.Conv2d(CHANNELS[1], FEATURES, SIZE // 16, bias=False),
            torch.nn.BatchNorm2d(FEATURES),
            torch.nn.ReLU(),
        )

    def forward(self, image):
        stride16 = self.second(self.first(image))
        return stride16, self.connected(self.dropout(stride16))


class Classifier(torch.nn.Module):
    """Scores of the classes; only training needs it."""

    def __init__(self, features, classes):
        super().__init__()
        self.features = features
        self.dropout = torch.nn.Dropout(0.5)
        self.scores = torch.nn.Linear(FEATURES, classes)

    def forward(self, image):
        return self.scores(self.dropout(self.features(image)[1].flatten(1)))


def folded(network):
    """The network with its normalisation in its convolutions, without dropout; changes the network."""
    network.eval()
    with torch.no_grad():
        for layers in (network.first, network.second, network.connected):
            fold(layers[0], layers[1])
            layers[1] = torch.nn.Identity()
    network.dropout = torch.nn.Identity()
    return network
