#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares our network pass with ONNX Runtime's at equal threads.

Both take turns, pass by pass, in one run, with a rest between; each timed pass follows an untimed one. Prints the medians and their ratio
(above 1: ours is faster), and the same for the fastest passes, which other programs on the machine disturb less. Ours includes making the network's input of the photo's pixels.

Usage: benchmarks/compare_onnx_runtime.py BUILD_FOLDER [--pack NAME] [--rounds N] [--threads N ...]
Makes a virtual environment with ONNX Runtime below BUILD_FOLDER when it runs for the first time.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
import venv
from pathlib import Path

PACKAGES = ["onnxruntime==1.32.0", "numpy"]
MODELS = Path(__file__).resolve().parent.parent / "models"


def restart_in_environment(folder):
    """Goes on in the virtual environment; returns where this is it already."""
    if Path(sys.prefix) == folder:
        return
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([folder / "bin/python", "-m", "pip", "--quiet", "install", *PACKAGES], check=True)
        (folder / "ready").touch()
    os.execv(folder / "bin/python", [str(folder / "bin/python"), *sys.argv])


class Ours:
    """A pass_timer program that waits for its turn."""

    def __init__(self, build, pack, precision, threads):
        program = Path(build) / "bin/pass_timer"
        self.process = subprocess.Popen(
            [program, pack, precision, str(threads)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def milliseconds(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("pass_timer ended; see its message above")
        return float(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class OnnxRuntime:
    def __init__(self, pack, threads):
        import numpy
        import onnxruntime

        manifest = json.loads((MODELS / pack / "manifest.json").read_text())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        network = MODELS / pack / manifest["network"]["file"]
        self.session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        self.outputs = [manifest["outputs"][name]["name"] for name in ("stride16", "stride32")]
        size = manifest["input"]
        pixels = numpy.full((1, 3, size["height"], size["width"]), 100, numpy.float32)
        self.input = {size["name"]: (pixels - size["mean"][0]) * size["scale"]}

    def milliseconds(self):
        self.session.run(self.outputs, self.input)
        start = time.perf_counter()
        self.session.run(self.outputs, self.input)
        return 1e3 * (time.perf_counter() - start)


def rested(network):
    """Threads of either wait in a loop for a while after a pass, and ours look at what others use."""
    time.sleep(0.4)
    return network.milliseconds()


def has_bf16():
    return "avx512_bf16" in Path("/proc/cpuinfo").read_text()


def compare(arguments, precision, threads):
    ours = Ours(arguments.build, arguments.pack, precision, threads)
    theirs = OnnxRuntime(arguments.pack, threads)
    pairs = [(rested(ours), rested(theirs)) for _ in range(arguments.rounds)]
    ours.close()
    mine, other = zip(*pairs)
    print(f"{precision}, {threads} thread(s)")
    for name, pick in ("median", statistics.median), ("fastest", min):
        print(f"  {name}: ours {pick(mine):.2f} ms, ONNX Runtime {pick(other):.2f} ms, ratio {pick(other) / pick(mine):.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--pack", default="efficientnet-lite2-384")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--threads", type=int, nargs="+", default=sorted({1, os.cpu_count()}))
    arguments = parser.parse_args()
    restart_in_environment((Path(arguments.build) / "onnx-runtime").absolute())
    for precision in ["f32", "bf16"] if has_bf16() else ["f32"]:
        for threads in arguments.threads:
            compare(arguments, precision, threads)


if __name__ == "__main__":
    main()
