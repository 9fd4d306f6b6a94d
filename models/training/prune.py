# SPDX-License-Identifier: GPL-3.0-or-later
"""Prunes an EfficientNet-Lite by channels, tunes what is left to give the same maps again, and writes it as a pack.

    python prune.py FOLDER... --variant lite0 --size 224 --share 0.25 --output PACK

pruning.py says how channels are chosen. No labels needed: the unpruned network is the teacher.
"""

import argparse
import copy
from pathlib import Path

import numpy as np
import torch

from backbone import FeatureMaps, load_classifier
from export_backbone import LICENCE
from folding import fold_all
from pack_files import write_pack
from photos import find_photos, to_batch, views
from pruning import prune, weights

MEASURED = 160  # images that channels are ranked by


def look(photos, args):
    """N x size x size x 3 bytes: some views of each photo."""
    random = np.random.default_rng(args.seed)
    return np.stack([view for photo in photos for (view,) in views(photo, (args.size,), args.views, random)])


def relative_error(mine, theirs):
    """Squared difference of maps as a share of their variance."""
    return (mine - theirs).pow(2).mean() / theirs.var()


def tune(network, original, pixels, args):
    random = torch.Generator().manual_seed(args.seed)
    optimiser = torch.optim.Adam(network.parameters(), lr=args.rate)
    batches = [batch for _ in range(args.epochs)
               for batch in torch.randperm(len(pixels), generator=random).split(args.batch) if len(batch) == args.batch]
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, max(len(batches), 1))
    errors = []
    for number, batch in enumerate(batches, 1):
        image = torch.from_numpy(to_batch(pixels[batch.numpy()]))
        with torch.no_grad():
            expected = original(image)
        loss = sum(relative_error(mine, theirs) for mine, theirs in zip(network(image), expected))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        errors.append(loss.item())
        if number % 20 == 0 or number == len(batches):
            print(f"batch {number} of {len(batches)}: relative error {np.mean(errors[-20:]):.3f}", flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", help="photos to tune with; labels are not used")
    parser.add_argument("--variant", default="lite0", choices=[f"lite{i}" for i in range(5)])
    parser.add_argument("--size", type=int, default=224, help="side of the input in pixels")
    parser.add_argument("--share", type=float, default=0.25, help="of the channels to take out")
    parser.add_argument("--output", type=Path, required=True, help="folder of the pack")
    parser.add_argument("--views", type=int, default=2, help="of each photo; all but the first are random crops")
    parser.add_argument("--epochs", type=int, default=2, help="0: prune without tuning")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    original = FeatureMaps(fold_all(load_classifier(args.variant, args.size))).eval()
    network = copy.deepcopy(original)
    pixels = look(find_photos(args.folders), args)
    some = pixels[:: max(1, len(pixels) // MEASURED)][:MEASURED]
    prune(network, torch.from_numpy(to_batch(some)), args.share)
    print(f"{weights(original)} weights before, {weights(network)} after", flush=True)
    if args.epochs > 0:
        tune(network, original, pixels, args)
    name = args.output.resolve().name
    names = {"name": name, "title": f"EfficientNet-{args.variant.capitalize()}, {args.share:.0%} of the channels pruned"}
    write_pack(network, args.size, args.output, names, LICENCE)


if __name__ == "__main__":
    main()
