#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the memory of indexing, from the first photo to the last.

    benchmarks/measure_memory.py BUILD --data FOLDER [--photos N] [--precision f32|bf16]

Copies the photos of FOLDER again and again into a temporary folder until there are N, indexes them with likeness-cli,
and reads /proc while it runs: the process's own memory (RssAnon) and the files that it maps (RssFile), in MB, after
each tenth of the photos. Ends with the size of the index: the snapshot of codes and the library file, a photo.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


def copies(source, target, count):
    photos = sorted(path for path in source.rglob("*") if path.suffix.lower() in SUFFIXES)
    for number in range(count):
        folder = target / f"{number // 1000:03}"
        folder.mkdir(exist_ok=True)
        photo = photos[number % len(photos)]
        shutil.copy(photo, folder / f"{number:06}{photo.suffix.lower()}")


def memory(process):
    """RssAnon and RssFile in MB."""
    status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return [int(re.search(rf"{name}:\s+(\d+) kB", status)[1]) / 1024 for name in ("RssAnon", "RssFile")]


def index(program, library, photos, precision):
    """Yields (photos done, own memory, mapped files) whenever the program tells its progress."""
    command = [program, "--library", library, "index", photos, "--precision", precision]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        threading.Thread(target=run.wait, daemon=True).start()
        for line in run.stdout:
            if progress := re.search(r"(\d+) of \d+ photos", line):
                yield int(progress[1]), *memory(run.pid)
            elif "indexed" in line:
                print(line.strip())


def main():
    parser = argparse.ArgumentParser(description="Measures the memory of indexing")
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--photos", type=int, default=20000)
    parser.add_argument("--precision", choices=["f32", "bf16"], default="f32")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="likeness-memory-") as place:
        photos = pathlib.Path(place) / "photos"
        photos.mkdir()
        copies(arguments.data, photos, arguments.photos)
        library = pathlib.Path(place) / "memory.likeness"
        print("photos   own MB   mapped MB")
        step = arguments.photos // 10
        shown = 0
        for done, own, mapped in index(arguments.build / "bin" / "likeness-cli", library, photos, arguments.precision):
            if done >= shown:
                print(f"{done:6}   {own:6.0f}   {mapped:9.0f}", flush=True)
                shown = done - done % step + step
        for name in ("memory.likeness-codes", "memory.likeness"):
            size = (pathlib.Path(place) / name).stat().st_size
            print(f"{name}: {size / arguments.photos:.0f} bytes a photo")


if __name__ == "__main__":
    main()
