# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a model pack gives the maps of the PyTorch network, in ONNX Runtime and in OpenCV DNN.

    python check_export.py ../efficientnet-lite2-384 photo.jpg...
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import torch

from backbone import load_feature_maps, open_upright, squash, to_input

TOLERANCE = 1e-3  # of activations in the tens at most (ReLU6 and sums); engines differ by rounding alone


def torch_maps(name, size):
    variant = name.split("-")[1]
    network = load_feature_maps(variant, size)

    def run(image):
        with torch.no_grad():
            return [output.numpy() for output in network(torch.from_numpy(image))]

    return run


def onnxruntime_maps(path, outputs):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return lambda image: session.run(outputs, {"image": image})


def opencv_maps(path, outputs):
    network = cv2.dnn.readNetFromONNX(str(path))

    def run(image):
        network.setInput(image, "image")
        return network.forward(outputs)

    return run


def check_file(pack, manifest):
    actual = hashlib.sha256((pack / manifest["network"]["file"]).read_bytes()).hexdigest()
    if actual != manifest["network"]["sha256"]:
        sys.exit(f"SHA-256 of the network is {actual}, the manifest says {manifest['network']['sha256']}")


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
    manifest = json.loads((args.pack / "manifest.json").read_text(encoding="utf-8"))
    check_file(args.pack, manifest)
    size, outputs = manifest["input"]["width"], list(manifest["outputs"])
    onnx = args.pack / manifest["network"]["file"]
    reference = torch_maps(manifest["name"], size)
    engines = {
        f"ONNX Runtime {onnxruntime.__version__}": onnxruntime_maps(onnx, outputs),
        f"OpenCV {cv2.__version__}": opencv_maps(onnx, outputs),
    }
    worst = 0.0
    for photo in args.photos:
        image = to_input(squash(open_upright(photo), size))
        expected = reference(image)
        for engine, run in engines.items():
            for name, ours, theirs in zip(outputs, expected, run(image)):
                check_shape(manifest["outputs"][name], theirs)
                difference = float(np.abs(ours - theirs).max())
                worst = max(worst, difference)
                print(f"{photo.name}  {engine}  {name}  {theirs.shape}  "
                      f"max {np.abs(ours).max():.3f}  difference {difference:.2e}")
    sys.exit(0 if worst <= TOLERANCE else f"differs by {worst:.2e}, more than {TOLERANCE}")


if __name__ == "__main__":
    main()
