# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the small convolutional network on folders of labelled photos and writes it as a model pack.

    python train_small_cnn.py FOLDER... --output ../small-cnn-224

A folder's sub-folders are its classes; the classes of several folders are learned together. Photos at even places of a
class train, those at odd places test (--all trains on all of them and tests nothing).
"""

import argparse
import math
from pathlib import Path

import numpy as np
import torch

from pack_files import write_pack
from photos import find_photos, halves, load_squashed, to_batch
from retrieval import figures_by_set, gem_pool
from small_cnn import SIZE, Classifier, SmallCnn, folded

ROTATION = 15  # degrees, either way
BRIGHTNESS = 0.2  # of the largest value, either way
LICENCE = {
    "spdx": "GPL-3.0-or-later",
    "attribution": "The Likeness project; trained by models/training/train_small_cnn.py",
    "source": "models/training/train_small_cnn.py",
}


def augment(batch, random):
    """Rotates, mirrors and brightens each photo by chance."""
    count = len(batch)
    angle = (torch.rand(count, generator=random) * 2 - 1) * math.radians(ROTATION)
    mirror = torch.where(torch.rand(count, generator=random) < 0.5, -1.0, 1.0)
    matrix = torch.zeros(count, 2, 3)
    matrix[:, 0, 0], matrix[:, 0, 1] = angle.cos() * mirror, -angle.sin()
    matrix[:, 1, 0], matrix[:, 1, 1] = angle.sin() * mirror, angle.cos()
    grid = torch.nn.functional.affine_grid(matrix, batch.shape, align_corners=False)
    turned = torch.nn.functional.grid_sample(batch, grid, padding_mode="border", align_corners=False)
    brighter = (torch.rand(count, 1, 1, 1, generator=random) * 2 - 1) * 2 * BRIGHTNESS
    return (turned + brighter).clamp(-1, 1)


def endless_batches(count, size, random):
    while True:
        for batch in torch.randperm(count, generator=random).split(size):
            if len(batch) == size:
                yield batch


def train(model, pixels, targets, args):
    random = torch.Generator().manual_seed(args.seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=args.rate)
    batches = endless_batches(len(pixels), min(args.batch, len(pixels)), random)
    model.train()
    total = 0.0
    for step in range(1, args.iterations + 1):
        chosen = next(batches)
        images = augment(torch.from_numpy(to_batch(pixels[chosen.numpy()])), random)
        loss = torch.nn.functional.cross_entropy(model(images), targets[chosen])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        total += loss.item()
        if step % 100 == 0:
            print(f"iteration {step}: cross-entropy {total / 100:.3f}", flush=True)
            total = 0.0


@torch.no_grad()
def in_batches(run, pixels, size=64):
    parts = [run(torch.from_numpy(to_batch(pixels[i : i + size]))) for i in range(0, len(pixels), size)]
    return torch.cat(parts).numpy()


def report(model, pixels, targets, photos):
    """Accuracy and retrieval of each set, on photos that were not trained on."""
    model.eval()
    right = in_batches(model, pixels).argmax(1) == targets.numpy()
    descriptors = gem_pool(in_batches(lambda images: model.features(images)[1], pixels))
    sets = np.array([photo.set for photo in photos])
    for name, (mean_precision, first) in figures_by_set(descriptors, photos).items():
        print(f"{name}: accuracy {right[sets == name].mean():.1%}, mAP {mean_precision:.3f}, precision@1 {first:.3f}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True, help="folder of the pack; its name becomes the pack's")
    parser.add_argument("--title", default="Small CNN, 224 px", help="the name that people see")
    parser.add_argument("--codebook", default="itq-256.codebook", help="file name of the default codebook")
    parser.add_argument("--iterations", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="train on all photos, test nothing")
    return parser.parse_args()


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    photos = find_photos(args.folders)
    number = {label: i for i, label in enumerate(sorted({photo.label for photo in photos}))}
    if len(number) < 2:
        raise SystemExit("Photos of two classes at least are needed: put each class into a folder of its own")
    training, testing = (photos, []) if args.all else halves(photos)
    targets = [torch.tensor([number[photo.label] for photo in part]) for part in (training, testing)]
    print(f"{len(number)} classes, {len(training)} photos to train, {len(testing)} to test", flush=True)
    model = Classifier(SmallCnn(), len(number))
    train(model, load_squashed(training, SIZE), targets[0], args)
    if testing:
        report(model, load_squashed(testing, SIZE), targets[1], testing)
    names = {"name": args.output.resolve().name, "title": args.title}
    write_pack(folded(model.features), SIZE, args.output, names, LICENCE, args.codebook)


if __name__ == "__main__":
    main()
