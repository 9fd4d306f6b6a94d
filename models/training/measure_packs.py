# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures model packs beside each other: how well their descriptors find photos, and how long a pass takes.

    python measure_packs.py ../efficientnet-lite2-384 ../efficientnet-lite0-224 --photos FOLDER...

Retrieval is by plain cosine of the pooled descriptors, without a codebook. Time is that of the processor, in one thread,
the median of passes that alternate between the packs, so that other work on the machine slows all of them alike.
"""

import argparse
import statistics
import time
from pathlib import Path

import numpy as np

from pack_network import PackNetwork
from photos import find_photos, halves
from retrieval import figures_by_set


def passes_in_turn(runs, images, rounds):
    """Median milliseconds of processor time, one for each run."""
    times = [[] for _ in runs]
    for run, image in zip(runs, images):
        run(image)
    for _ in range(rounds):
        for run, image, mine in zip(runs, images, times):
            start = time.process_time()
            run(image)
            mine.append(1000 * (time.process_time() - start))
    return [statistics.median(mine) for mine in times]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", type=Path, nargs="+")
    parser.add_argument("--photos", type=Path, nargs="+", required=True, help="folders; their sub-folders are labels")
    parser.add_argument("--odd", action="store_true", help="measure on the photos at odd places of their folder only")
    parser.add_argument("--rounds", type=int, default=30)
    return parser.parse_args()


def main():
    args = arguments()
    packs = [PackNetwork(folder) for folder in args.packs]
    images = [np.zeros((1, 3, pack.size, pack.size), np.float32) for pack in packs]
    runtime = passes_in_turn([pack.in_onnxruntime() for pack in packs], images, args.rounds)
    opencv = passes_in_turn([pack.in_opencv() for pack in packs], images, args.rounds)
    photos = find_photos(args.photos)
    if args.odd:
        photos = halves(photos)[1]
    for pack, in_runtime, in_opencv in zip(packs, runtime, opencv):
        figures = figures_by_set(pack.descriptors(photos), photos)
        found = ", ".join(f"{name} {mean:.3f} / {first:.3f}" for name, (mean, first) in figures.items())
        print(f"{pack.folder.name}: {pack.onnx.stat().st_size / 1e6:.1f} MB, ONNX Runtime {in_runtime:.1f} ms, "
              f"OpenCV {in_opencv:.1f} ms, mAP / precision@1: {found}", flush=True)


if __name__ == "__main__":
    main()
