# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes scenes with labelled boxes (YOLO) from a folder of labelled photos, for calibrating regions and parts.

    python make_scenes.py FOLDER OUTPUT [--scenes N] [--seed S]

A photo's label is the folder that holds it. Each scene is a wall on which two to six photos hang. OUTPUT gets
images/, labels/ and config.yaml. Needs Pillow and NumPy; equal versions of both give equal files.
"""

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources"))
from make_samples import cells, hang, open_photo, wall, yolo_line  # noqa: E402

SUFFIXES = {".jpg", ".jpeg", ".png"}
LAYOUTS = [(2,), (3,), (2, 2), (2, 3), (3, 2), (3, 3)]  # photos in each row of a scene


def labelled_photos(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def make_scene(sources, rows, classes, chance):
    scene = wall(chance)
    lines = []
    for source, cell in zip(sources, cells(rows)):
        box = hang(scene, open_photo(source), cell, chance)
        lines.append(yolo_line(classes.index(source.parent.name), box))
    return scene, lines


def make_scenes(folder, output, count, seed):
    chance = random.Random(seed)
    photos = labelled_photos(folder)
    classes = sorted({photo.parent.name for photo in photos})
    chance.shuffle(photos)
    (output / "images").mkdir(parents=True, exist_ok=True)
    (output / "labels").mkdir(parents=True, exist_ok=True)
    for number in range(count):
        rows = chance.choice(LAYOUTS)
        if len(photos) < sum(rows):
            break
        sources = [photos.pop() for _ in range(sum(rows))]
        scene, lines = make_scene(sources, rows, classes, chance)
        scene.save(output / "images" / f"scene-{number:04}.jpg", quality=85)
        (output / "labels" / f"scene-{number:04}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    names = "\n".join(f"  {number}: {name}" for number, name in enumerate(classes))
    (output / "config.yaml").write_text(f"path: .\ntrain: images\nval: images\n\nnames:\n{names}\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Makes scenes with labelled boxes from labelled photos")
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--scenes", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    make_scenes(arguments.folder, arguments.output, arguments.scenes, arguments.seed)


if __name__ == "__main__":
    main()
