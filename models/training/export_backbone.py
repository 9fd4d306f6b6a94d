# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a model pack's network.onnx and manifest.json from a pretrained EfficientNet-Lite.

    python export_backbone.py --variant lite2 --size 384 --output ../efficientnet-lite2-384
"""

import argparse
from pathlib import Path

from backbone import FeatureMaps, load_classifier
from folding import fold_all
from pack_files import write_pack

LICENCE = {
    "spdx": "Apache-2.0",
    "attribution": (
        "EfficientNet-Lite by Mingxing Tan and Quoc V. Le and the TensorFlow authors (Google), "
        "converted to PyTorch by ML Illustrated"
    ),
    "source": "https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite",
}


def names(variant, size):
    return {
        "name": f"efficientnet-{variant}-{size}",
        "title": f"EfficientNet-{variant.capitalize()}, {size} px",
    }


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", default="lite2", choices=[f"lite{i}" for i in range(5)])
    parser.add_argument("--size", type=int, default=384, help="side of the input in pixels")
    parser.add_argument("--output", type=Path, required=True, help="folder of the pack")
    return parser.parse_args()


def main():
    args = arguments()
    network = FeatureMaps(fold_all(load_classifier(args.variant, args.size)))
    write_pack(network, args.size, args.output, names(args.variant, args.size), LICENCE)


if __name__ == "__main__":
    main()
