# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a model pack gives the same maps everywhere: in PyTorch, ONNX Runtime and OpenCV DNN.

    python check_export.py ../efficientnet-lite2-384 photo.jpg...

The measure is the unchanged PyTorch network, where the pack's name says that it is one of the pretrained ones
(efficientnet-VARIANT-SIZE), and ONNX Runtime for other packs.
"""

import argparse
import hashlib
import re
import sys
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import torch

from backbone import load_feature_maps
from pack_network import PackNetwork
from photos import open_upright, squash, to_input

TOLERANCE = 1e-3  # of activations in the tens at most (ReLU6 and sums); engines differ by rounding alone


def torch_maps(variant, size):
    network = load_feature_maps(variant, size)

    def run(image):
        with torch.no_grad():
            return [output.numpy() for output in network(torch.from_numpy(image))]

    return run


def engines_of(pack):
    """(reference, {name: engine to check}), each a function from the input to the maps."""
    checked = {f"OpenCV {cv2.__version__}": pack.in_opencv()}
    pretrained = re.fullmatch(r"efficientnet-(lite\d)-\d+", pack.name)
    if not pretrained:
        return pack.in_onnxruntime(), checked
    checked[f"ONNX Runtime {onnxruntime.__version__}"] = pack.in_onnxruntime()
    return torch_maps(pretrained[1], pack.size), checked


def check_file(pack):
    actual, expected = hashlib.sha256(pack.onnx.read_bytes()).hexdigest(), pack.manifest["network"]["sha256"]
    if actual != expected:
        sys.exit(f"SHA-256 of the network is {actual}, the manifest says {expected}")


def check_shape(description, array):
    expected = (1, description["channels"], description["height"], description["width"])
    if array.shape != expected:
        sys.exit(f"{description['name']} is {array.shape}, the manifest says {expected}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path)
    parser.add_argument("photos", type=Path, nargs="+")
    return parser.parse_args()


def main():
    args = arguments()
    pack = PackNetwork(args.pack)
    check_file(pack)
    reference, engines = engines_of(pack)
    worst = 0.0
    for photo in args.photos:
        image = to_input(squash(open_upright(photo), pack.size))
        expected = reference(image)
        for engine, run in engines.items():
            for description, ours, theirs in zip(pack.manifest["outputs"].values(), expected, run(image)):
                check_shape(description, theirs)
                difference = float(np.abs(ours - theirs).max())
                worst = max(worst, difference)
                print(f"{photo.name}  {engine}  {description['name']}  {theirs.shape}  "
                      f"max {np.abs(ours).max():.3f}  difference {difference:.2e}")
    sys.exit(0 if worst <= TOLERANCE else f"differs by {worst:.2e}, more than {TOLERANCE}")


if __name__ == "__main__":
    main()
