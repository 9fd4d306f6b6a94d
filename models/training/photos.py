# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos as training and measuring want them: found in folders, upright, squashed to the network's square."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

MEAN = 127.0
SCALE = 1 / 128
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff"}


@dataclass(frozen=True)
class Photo:
    path: Path
    set: str  # name of the folder that was given
    label: str  # path of its sub-folder, "set/folder/folder"; the set's name where it lies in none


def find_photos(folders):
    """Sorted by path within each folder."""
    found = []
    for folder in map(Path, folders):
        name = folder.resolve().name
        paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
        if not paths:
            raise SystemExit(f"{folder} holds no photos")
        found += [Photo(path, name, "/".join((name, *path.relative_to(folder).parent.parts))) for path in paths]
    return found


def halves(photos):
    """(even, odd): the photos at even and at odd places within their class."""
    classes = defaultdict(list)
    for photo in photos:
        classes[photo.label].append(photo)
    parts = ([], [])
    for members in classes.values():
        for place, photo in enumerate(members):
            parts[place % 2].append(photo)
    return parts


def open_upright(path):
    with Image.open(path) as photo:
        return ImageOps.exif_transpose(photo).convert("RGB")


def squash(photo, size):
    """The whole photo on size x size pixels, so that map coordinates are photo coordinates."""
    return photo.resize((size, size), Image.BILINEAR)


def load_squashed(photos, size):
    """N x size x size x 3, bytes. JPEGs are decoded no larger than that takes."""
    pixels = np.empty((len(photos), size, size, 3), np.uint8)
    for i, photo in enumerate(photos):
        with Image.open(photo.path) as opened:
            opened.draft("RGB", (size, size))
            pixels[i] = squash(ImageOps.exif_transpose(opened).convert("RGB"), size)
    return pixels


def views(photo, sizes, count, random):
    """`count` views of a photo, the first one whole, the others cropped (and mirrored) by chance; each at all sizes.

    Yields lists of size x size x 3 bytes, in the order of `sizes`.
    """
    whole = open_upright(photo.path)
    for number in range(count):
        view = whole if number == 0 else random_crop(whole, random)
        yield [np.asarray(squash(view, size)) for size in sizes]


def random_crop(photo, random):
    """50 to 100 % of each side, mirrored every other time."""
    width, height = (round(side * random.uniform(0.5, 1)) for side in photo.size)
    left, top = random.integers(photo.width - width + 1), random.integers(photo.height - height + 1)
    crop = photo.crop((left, top, left + width, top + height))
    return ImageOps.mirror(crop) if random.random() < 0.5 else crop


def to_input(photo):
    """RGB photo -> 1 x 3 x height x width array as the network wants it."""
    return to_batch(np.asarray(photo)[None])


def to_batch(pixels):
    """N x height x width x 3 bytes -> N x 3 x height x width array as the network wants it."""
    return ((pixels.astype(np.float32) - MEAN) * SCALE).transpose(0, 3, 1, 2).copy()
