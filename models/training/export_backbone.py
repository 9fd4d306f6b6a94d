# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a model pack's network.onnx and manifest.json from a pretrained EfficientNet-Lite.

    python export_backbone.py --variant lite2 --size 384 --output ../efficientnet-lite2-384
"""

import argparse
import hashlib
import json
from pathlib import Path

import torch

from backbone import MEAN, SCALE, FeatureMaps, load_classifier
from folding import fold_all

OPSET = 10  # OpenCV 4.6 refuses the Clip of opset 11
OUTPUTS = ("stride16", "stride32")
ATTRIBUTION = (
    "EfficientNet-Lite by Mingxing Tan and Quoc V. Le and the TensorFlow authors (Google), "
    "converted to PyTorch by ML Illustrated"
)
SOURCE = "https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite"


def export(network, size, path):
    """Returns the shapes of the outputs, by name."""
    image = torch.zeros(1, 3, size, size)
    with torch.no_grad():
        shapes = {name: tuple(output.shape) for name, output in zip(OUTPUTS, network(image))}
    torch.onnx.export(
        network, image, str(path), opset_version=OPSET, input_names=["image"], output_names=list(OUTPUTS)
    )
    return shapes


def describe_output(name, shape):
    _, channels, height, width = shape
    return {"name": name, "channels": channels, "height": height, "width": width}


def manifest(variant, size, sha256, shapes):
    return {
        "format": 1,
        "name": f"efficientnet-{variant}-{size}",
        "title": f"EfficientNet-{variant.capitalize()}, {size} px",
        "network": {"file": "network.onnx", "sha256": sha256},
        "input": {
            "name": "image",
            "width": size,
            "height": size,
            "colour": "RGB",
            "mean": [int(MEAN)] * 3,
            "scale": SCALE,
            "resize": "squash",
        },
        "outputs": {name: describe_output(name, shape) for name, shape in shapes.items()},
        "descriptor": {"map": "stride32", "pooling": "gem", "p": 3},
        "codebooks": {"default": "itq-256.codebook"},
        "licence": {"spdx": "Apache-2.0", "attribution": ATTRIBUTION, "source": SOURCE},
    }


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", default="lite2", choices=[f"lite{i}" for i in range(5)])
    parser.add_argument("--size", type=int, default=384, help="side of the input in pixels")
    parser.add_argument("--output", type=Path, required=True, help="folder of the pack")
    return parser.parse_args()


def main():
    args = arguments()
    args.output.mkdir(parents=True, exist_ok=True)
    onnx = args.output / "network.onnx"
    network = FeatureMaps(fold_all(load_classifier(args.variant, args.size))).eval()
    shapes = export(network, args.size, onnx)
    sha256 = hashlib.sha256(onnx.read_bytes()).hexdigest()
    text = json.dumps(manifest(args.variant, args.size, sha256, shapes), indent=2)
    (args.output / "manifest.json").write_text(text + "\n", encoding="utf-8")
    print(f"{onnx}: {onnx.stat().st_size} bytes, SHA-256 {sha256}, {shapes}")


if __name__ == "__main__":
    main()
