# SPDX-License-Identifier: GPL-3.0-or-later
"""Classifies ImageNet photos with the pretrained network: tells whether its weights and preprocessing are right.

    python check_weights.py --variant lite2 --size 384 --every 4 FOLDER

FOLDER holds photos of all 1,000 classes named after their synsets (n01440764_tench.jpg); classes are numbered by synset.
"""

import argparse
from pathlib import Path

import torch
from PIL import ImageOps

from backbone import load_classifier
from photos import open_upright, to_input


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--variant", default="lite2", choices=[f"lite{i}" for i in range(5)])
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--every", type=int, default=1, help="take each n-th photo alone")
    return parser.parse_args()


def main():
    args = arguments()
    photos = sorted(path for path in args.folder.iterdir() if path.is_file())
    synset = {path: path.name.split("_")[0].split(".")[0] for path in photos}
    number = {name: i for i, name in enumerate(sorted(set(synset.values())))}
    if len(number) != 1000:
        raise SystemExit(f"{len(number)} synsets in {args.folder}, 1000 are needed to number the classes")
    network = load_classifier(args.variant, args.size)
    chosen = photos[:: args.every]
    right = 0
    for path in chosen:
        image = to_input(ImageOps.fit(open_upright(path), (args.size, args.size)))
        with torch.no_grad():
            right += int(network(torch.from_numpy(image)).argmax()) == number[synset[path]]
    print(f"{args.variant} at {args.size} px, centre crop: {right} of {len(chosen)} right, {right / len(chosen):.1%}")


if __name__ == "__main__":
    main()
