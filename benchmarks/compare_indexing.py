#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures indexing 12-megapixel photos against decoding them, and against full decoding with OpenCV's network.

    benchmarks/compare_indexing.py BUILD_FOLDER --data FOLDER [--photos N] [--rounds N] [--threads N]

Makes N photos of 4000 x 3000 pixels, 3 to 5 MB each, of the real ones in FOLDER (enlarged, with the grain of a
sensor). Then, by turns in one run: a loop that only decodes at 1/8; `likeness-cli index` into a new library, with
all granularities and thumbnails, start of the program and end of the run in; a loop with full decoding and OpenCV's
DNN module, on fewer photos; indexing also in bfloat16 where the processor has it. Prints photos per second, medians, and their ratios.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

PACKAGES = ["numpy==2.4.6", "pillow==12.0.0"]
SIZE = (4000, 3000)
SLOW_PHOTOS = 12  # through OpenCV's network


def enter_environment(folder):
    """Runs this script again with the Python of a virtual environment that has numpy and Pillow."""
    python = folder / "bin" / "python"
    if pathlib.Path(sys.prefix) == folder:
        return
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    os.execv(python, [python, *sys.argv])


def photos_below(folder):
    photos = sorted(file for file in folder.rglob("*") if file.suffix.lower() in (".jpg", ".jpeg"))
    return photos or sys.exit(f"{folder}: no JPEG photos")


def make_photos(sources, folder, count):
    import numpy
    from PIL import Image
    random = numpy.random.default_rng(1)
    grain = random.normal(0, 6, (SIZE[1], SIZE[0], 1))
    for number in range(count):
        with Image.open(sources[number % len(sources)]) as photo:
            large = photo.convert("RGB").resize(SIZE, Image.Resampling.BICUBIC)
        pixels = numpy.asarray(large, numpy.float32) + numpy.roll(grain, number * 101, axis=1)
        noisy = Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))
        noisy.save(folder / f"{number:04}.jpg", quality=88)
    sizes = [file.stat().st_size / 1e6 for file in folder.iterdir()]
    print(f"{count} photos, {min(sizes):.1f} to {max(sizes):.1f} MB, median {statistics.median(sizes):.1f} MB")


class Contest:
    def __init__(self, build, threads, folder, place):
        self.bin = build / "bin"
        self.threads = str(threads)
        self.folder = folder
        self.place = place

    def run(self, *command):
        return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout

    def peer(self, mode, folder):
        return float(self.run(self.bin / "indexing_peer", mode, self.threads, folder))

    def index(self, precision):
        library = self.place / "bench.likeness"
        for old in self.place.glob("bench.likeness*"):
            old.unlink()
        start = time.perf_counter()
        self.run(self.bin / "likeness-cli", "--library", library, "index", "--workers", self.threads, self.folder)
        return len(list(self.folder.iterdir())) / (time.perf_counter() - start)


def has_bf16():
    return "avx512_bf16" in pathlib.Path("/proc/cpuinfo").read_text()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    enter_environment((arguments.build / "indexing-peers").absolute())
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        photos, few = place / "photos", place / "few"
        photos.mkdir()
        few.mkdir()
        make_photos(photos_below(arguments.data), photos, arguments.photos)
        for file in sorted(photos.iterdir())[:SLOW_PHOTOS]:
            shutil.copy(file, few)
        contest = Contest(arguments.build.absolute(), arguments.threads, photos, place)
        precisions = ["f32", "bf16"] if has_bf16() else ["f32"]
        for precision in precisions:  # warms the disk's cache, and measures the engines once
            contest.index(precision)
        rounds = [{**{precision: contest.index(precision) for precision in precisions},
                   "decode": contest.peer("decode", photos), "opencv": contest.peer("opencv", few)}
                  for _ in range(arguments.rounds)]
    median = {name: statistics.median(round[name] for round in rounds) for name in rounds[0]}
    print(f"{arguments.threads} threads, photos per second, medians of {arguments.rounds}: decoding at 1/8 "
          f"{median['decode']:.1f}, full decoding and OpenCV's network {median['opencv']:.1f}")
    for precision in precisions:
        against = {peer: statistics.median(round[precision] / round[peer] for round in rounds)
                   for peer in ("decode", "opencv")}
        print(f"  indexing in {precision} {median[precision]:.1f}: {against['decode']:.2f} times as fast as decoding "
              f"alone, {against['opencv']:.1f} times as fast as OpenCV")


if __name__ == "__main__":
    main()
