# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes samples-made/ from the photos of samples/: collages with labelled regions, and edited copies.

    python make_samples.py

Needs Pillow and NumPy. The seed is fixed: equal versions of both give equal files.
"""

import csv
import random
import shutil
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

HERE = Path(__file__).resolve().parent
SAMPLES = HERE / "samples"
MADE = HERE / "samples-made"
SEED = 20
MAKER = "resources/make_samples.py"

IMAGE_DESCRIPTION, SOFTWARE = 0x010E, 0x0131  # EXIF tags

SCENE = (1024, 768)
SCENE_ROWS = [(3,), (2, 2), (3, 2), (2, 2), (2, 3), (2, 3)]  # photos in each row of each collage
FRAME = 6

EDITED_PHOTOS = 12
EDITS_PER_PHOTO = 3


def save_made(image, path, sources, quality=90):
    exif = Image.Exif()
    exif[IMAGE_DESCRIPTION] = f"made by {MAKER} from {', '.join(name_of(source) for source in sources)}"
    exif[SOFTWARE] = MAKER
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, quality=quality, exif=exif)


def name_of(source):
    return source.relative_to(SAMPLES).as_posix()


def open_photo(path):
    with Image.open(path) as photo:
        return photo.convert("RGB")


# Collages


def wall(chance):
    """A plastered wall in a muted colour, lit from one corner."""
    width, height = SCENE
    grain = np.random.default_rng(chance.randrange(2**32)).normal(0, 40, (height // 2, width // 2))
    grain = Image.fromarray(np.clip(grain + 128, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.5))
    relief = np.asarray(grain.resize(SCENE, Image.BICUBIC), np.float32)[..., None] - 128
    light = np.linspace(20, -20, width)[None, :, None] + np.linspace(20, -20, height)[:, None, None]
    colour = np.array([chance.uniform(120, 190) for _ in range(3)])
    return Image.fromarray(np.clip(colour + light + relief, 0, 255).astype(np.uint8))


def cells(rows):
    """(left, top, width, height) of each cell of the scene."""
    width, height = SCENE
    row_height = height // len(rows)
    return [
        (column * (width // count), row * row_height, width // count, row_height)
        for row, count in enumerate(rows)
        for column in range(count)
    ]


def hang(scene, photo, cell, chance):
    """Puts the photo at a random place of its cell, framed. Returns its box as left, top, right, bottom."""
    left, top, width, height = cell
    room = (width - 4 * FRAME, height - 4 * FRAME)
    fit = min(room[0] / photo.width, room[1] / photo.height) * chance.uniform(0.75, 1.0)
    photo = photo.resize((round(photo.width * fit), round(photo.height * fit)), Image.LANCZOS)
    x = left + 2 * FRAME + chance.randint(0, room[0] - photo.width)
    y = top + 2 * FRAME + chance.randint(0, room[1] - photo.height)
    box = (x, y, x + photo.width, y + photo.height)
    frame = (box[0] - FRAME, box[1] - FRAME, box[2] + FRAME - 1, box[3] + FRAME - 1)
    ImageDraw.Draw(scene).rectangle(frame, fill=(245, 243, 238), outline=(90, 85, 80))
    scene.paste(photo, box[:2])
    return box


def yolo_line(class_number, box):
    """Class, centre and size, relative to the scene."""
    width, height = SCENE
    left, top, right, bottom = box
    place = ((left + right) / 2 / width, (top + bottom) / 2 / height, (right - left) / width, (bottom - top) / height)
    return " ".join([str(class_number), *(f"{value:.6f}" for value in place)])


def make_collage(number, rows, sources, classes, chance):
    scene = wall(chance)
    lines = []
    for source, cell in zip(sources, cells(rows)):
        box = hang(scene, open_photo(source), cell, chance)
        lines.append(yolo_line(classes.index(source.parent.name), box))
    name = f"collage-{number}.made-collage"
    save_made(scene, MADE / "collages/images" / f"{name}.jpg", sources, quality=85)
    labels = MADE / "collages/labels" / f"{name}.txt"
    labels.parent.mkdir(parents=True, exist_ok=True)
    labels.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shuffled_rounds(photos, chance):
    """Endless photos, a class after the other in random order, none twice before its class is used up."""
    queues = {name: chance.sample(group, len(group)) for name, group in photos.items()}
    while True:
        for name in chance.sample(sorted(queues), len(queues)):
            queues[name].append(queues[name].pop(0))
            yield queues[name][-1]


def make_collages(photos, chance):
    classes = sorted(photos)
    stream = shuffled_rounds(photos, chance)
    for number, rows in enumerate(SCENE_ROWS, start=1):
        make_collage(number, rows, [next(stream) for _ in range(sum(rows))], classes, chance)
    names = "\n".join(f"  {number}: {name}" for number, name in enumerate(classes))
    (MADE / "collages/config.yaml").write_text(f"path: .\ntrain: images\nval: images\n\nnames:\n{names}\n", encoding="utf-8")


# Edited copies


def jpeg30(photo, chance):
    return photo  # the loss comes with saving


def half(photo, chance):
    return photo.resize((photo.width // 2, photo.height // 2), Image.LANCZOS)


def noise(photo, chance):
    grain = np.random.default_rng(chance.randrange(2**32)).normal(0, 12, (photo.height, photo.width, 3))
    return Image.fromarray(np.clip(np.asarray(photo, np.float32) + grain, 0, 255).astype(np.uint8))


def brightness(photo, chance):
    return ImageEnhance.Brightness(photo).enhance(chance.choice([0.7, 1.35]))


def banner(photo, chance):
    edited = photo.copy()
    top = round(photo.height * 0.86)
    draw = ImageDraw.Draw(edited)
    draw.rectangle((0, top, photo.width, photo.height), fill=(20, 60, 140))
    text = Image.new("L", (60, 12))
    ImageDraw.Draw(text).text((2, 0), "FOR SALE", fill=255)
    height = min(photo.height - top, photo.width // 5)
    text = text.resize((5 * height, height), Image.BICUBIC)
    edited.paste((255, 255, 255), (0, top), text)
    return edited


def crop80(photo, chance):
    width, height = round(photo.width * 0.8), round(photo.height * 0.8)
    left, top = chance.randint(0, photo.width - width), chance.randint(0, photo.height - height)
    return photo.crop((left, top, left + width, top + height))


def mirrored(photo, chance):
    return photo.transpose(Image.FLIP_LEFT_RIGHT)


def rotated90(photo, chance):
    return photo.transpose(Image.ROTATE_270)


EDITS = [jpeg30, half, noise, brightness, banner, crop80, mirrored, rotated90]


def make_edited(photos, chance):
    sources = []
    stream = shuffled_rounds(photos, chance)
    while len(sources) < EDITED_PHOTOS:
        sources.append(next(stream))
    with_edits = [
        (source, EDITS[(number * EDITS_PER_PHOTO + turn) % len(EDITS)])
        for number, source in enumerate(sources)
        for turn in range(EDITS_PER_PHOTO)
    ]
    rows = []
    for source, edit in with_edits:
        path = MADE / "edited" / f"{source.stem}.{edit.__name__}.made-edit.jpg"
        save_made(edit(open_photo(source), chance), path, [source], quality=30 if edit is jpeg30 else 88)
        rows.append((path.name, name_of(source), edit.__name__))
    with (MADE / "edited/edits.csv").open("w", newline="", encoding="utf-8") as table:
        csv.writer(table, lineterminator="\n").writerows([("file", "source", "edit"), *rows])


def main():
    photos = {folder.name: sorted(folder.glob("*.jpg")) for folder in sorted(SAMPLES.iterdir()) if folder.is_dir()}
    for part in ("collages", "edited"):
        shutil.rmtree(MADE / part, ignore_errors=True)
    make_collages(photos, random.Random(SEED))
    make_edited(photos, random.Random(SEED + 1))


if __name__ == "__main__":
    main()
