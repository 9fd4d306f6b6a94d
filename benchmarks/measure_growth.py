#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how loading and searching grow with the library, and draws it.

    benchmarks/measure_growth.py BUILD_FOLDER --like LIBRARY --data FOLDER [--sizes N ...] [--chart FILE.svg]

For each size `likeness-make-library` makes a library with codes like those of LIBRARY (one that was indexed), and
`likeness-cli bench` queries it by photos of FOLDER. Of a million photos and more only codes of whole photos are made.
Prints a table in Markdown; times are medians in milliseconds.
"""
import argparse
import json
import math
import pathlib
import subprocess
import tempfile

WITH_WINDOWS = 500_000  # larger libraries hold codes of whole photos alone
SERIES = [  # title, where bench says it, colour
    ("load", ("loading", "load"), "#7a7f87"),
    ("whole: scan", ("whole", "scan"), "#2f6fde"),
    ("whole: re-rank", ("whole", "rerank"), "#1aa39a"),
    ("region: scan", ("region", "scan"), "#d9822b"),
    ("part: scan", ("part", "scan"), "#b03a8f"),
]


def measure(arguments, size, place):
    library = place / f"{size}.likeness"
    make = [arguments.build / "bin/likeness-make-library", library, "--like", arguments.like, "--folder", place / "photos",
            "--photos", size] + (["--codes-only"] if size > WITH_WINDOWS else [])
    subprocess.run([str(part) for part in make], check=True)
    bench = [arguments.build / "bin/likeness-cli", "--library", library, "bench", "--photos", 20, "--data", arguments.data,
             "--json"]
    out = subprocess.run([str(part) for part in bench], check=True, stdout=subprocess.PIPE, text=True).stdout
    snapshot = pathlib.Path(f"{library}-codes").stat().st_size
    for file in place.glob(f"{size}.likeness*"):
        file.unlink()
    return json.loads(out) | {"bytes": snapshot / size}


def value(result, path):
    return result.get(path[0], {}).get(path[1])


def table(results):
    print("| photos | bytes of index a photo | " + " | ".join(title for title, _, _ in SERIES) + " |")
    print("|" + "---|" * (2 + len(SERIES)))
    for size, result in results:
        cells = [value(result, path) for _, path, _ in SERIES]
        shown = " | ".join("-" if cell is None else f"{cell:.2f}" for cell in cells)
        print(f"| {size:,} | {result['bytes']:.0f} | {shown} |")


def chart(results):
    """Both axes are logarithmic."""
    left, right, top, bottom = 70, 520, 30, 330
    points = {title: [(size, value(result, path)) for size, result in results
                      if value(result, path) and (title != "load" or size <= WITH_WINDOWS)]  # of all three kinds
              for title, path, _ in SERIES}
    times = [time for line in points.values() for _, time in line]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    first, last = math.log10(results[0][0]), math.log10(results[-1][0])

    def x(size):
        return left + (right - left) * (math.log10(size) - first) / max(last - first, 1e-9)

    def y(time):
        return bottom - (bottom - top) * (math.log10(time) - low) / max(high - low, 1)

    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 380" font-family="sans-serif" font-size="13">',
             '<rect width="700" height="380" fill="#ffffff"/>']
    for power in range(low, high + 1):
        lines.append(f'<path d="M{left} {y(10 ** power):.1f}H{right}" stroke="#d8dbe0"/>'
                     f'<text x="{left - 8}" y="{y(10 ** power) + 4:.1f}" text-anchor="end">{10 ** power:g} ms</text>')
    for size, _ in results:
        lines.append(f'<text x="{x(size):.1f}" y="{bottom + 22}" text-anchor="middle">{size:,}</text>')
    lines.append(f'<text x="{(left + right) / 2}" y="{bottom + 42}" text-anchor="middle">photos</text>')
    for number, (title, _, colour) in enumerate(SERIES):
        path = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in points[title])
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [f'<circle cx="{x(size):.1f}" cy="{y(time):.1f}" r="3.5" fill="{colour}"/>' for size, time in points[title]]
        lines.append(f'<path d="M545 {top + 22 * number}h20" stroke="{colour}" stroke-width="3"/>'
                     f'<text x="572" y="{top + 4 + 22 * number}">{title}</text>')
    return "\n".join(lines) + "\n</svg>\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--like", type=pathlib.Path, required=True)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--chart", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        (place / "photos").mkdir()
        results = [(size, measure(arguments, size, place)) for size in sorted(arguments.sizes)]
    table(results)
    if arguments.chart:
        arguments.chart.write_text(chart(results))


if __name__ == "__main__":
    main()
