#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the exact Hamming scan against faiss-cpu, usearch and a plain read of the same bytes.

    benchmarks/compare_hamming.py build/dev/bin/liblikeness_hamming_bridge.so [--codes N ...] [--threads N ...]

Makes a virtual environment beside the library for the two peers (from PyPI). Codes of 256 bits, the 100 nearest
to one query and to each of 100. All measure by turns in the same run, at equal threads. Every answer is checked: the
distances of all have to agree.
"""
import argparse
import ctypes
import os
import pathlib
import statistics
import subprocess
import sys
import time
import venv

PEERS = ["numpy==2.4.6", "faiss-cpu==1.15.1", "usearch==2.26.6"]
BITS, TOP, BATCH = 256, 100, 100


def enter_environment(folder):
    """Runs this script again with the Python of a virtual environment that has the peers."""
    python = folder / "bin" / "python"
    if pathlib.Path(sys.prefix) == folder:
        return
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], check=True)
    os.environ["OMP_WAIT_POLICY"] = "passive"  # idle threads of OpenMP must not disturb whoever measures next
    os.execv(python, [python, *sys.argv])


def load_bridge(path):
    bridge = ctypes.CDLL(path)
    words, size = ctypes.c_void_p, ctypes.c_size_t
    bridge.bridgeThreads.argtypes = [ctypes.c_uint]
    bridge.bridgeKernels.restype = ctypes.c_char_p
    bridge.bridgeCodes.argtypes = [words, size, words, size, size]
    bridge.bridgeSearch.argtypes = [words, size, words, size, size, words]
    bridge.bridgeRead.argtypes = [words, size]
    bridge.bridgeRead.restype = ctypes.c_uint64
    return bridge


def huge_pages(count):
    """Words on huge pages where the system gives them: as good for the peers as for us."""
    import mmap
    import numpy
    area = mmap.mmap(-1, count * 8 + (2 << 20))
    if hasattr(mmap, "MADV_HUGEPAGE"):
        area.madvise(mmap.MADV_HUGEPAGE)
    whole = numpy.frombuffer(area, dtype=numpy.uint64)
    return whole[-whole.ctypes.data % 64 // 8:][:count]


class Contest:
    """Codes, queries, and what each contestant does with them."""

    def __init__(self, bridge, count, clusters):
        import numpy
        self.bridge, self.count = bridge, count
        self.codes = huge_pages(count * BITS // 64)
        self.queries = numpy.zeros(BATCH * BITS // 64, dtype=numpy.uint64)
        bridge.bridgeCodes(self.codes.ctypes.data, count, self.queries.ctypes.data, BATCH, clusters)
        self.bytes = self.codes.view(numpy.uint8).reshape(count, BITS // 8)
        self.query_bytes = self.queries.view(numpy.uint8).reshape(BATCH, BITS // 8)

        import faiss
        self.flat = faiss.IndexBinaryFlat(BITS)
        self.flat.add(self.bytes)

    def ours(self, queries, threads):
        import numpy
        distances = numpy.zeros((queries, TOP), dtype=numpy.int32)
        self.bridge.bridgeSearch(self.codes.ctypes.data, self.count, self.queries.ctypes.data, queries, TOP,
                                 distances.ctypes.data)
        return distances

    def read(self, queries, threads):
        self.bridge.bridgeRead(self.codes.ctypes.data, self.codes.size)

    def faiss(self, queries, threads, heap):
        import faiss
        faiss.omp_set_num_threads(threads)
        self.flat.use_heap = heap
        return self.flat.search(self.query_bytes[:queries], TOP)[0]

    def usearch(self, queries, threads):
        from usearch.index import MetricKind, search
        found = search(self.bytes, self.query_bytes[:queries], TOP, MetricKind.Hamming, exact=True, threads=threads)
        return found.distances.reshape(queries, TOP)

    def contestants(self, queries):
        all_of_them = {
            "likeness": self.ours,
            "faiss, heaps": lambda q, t: self.faiss(q, t, True),
            "faiss, counting": lambda q, t: self.faiss(q, t, False),
            "usearch": self.usearch,
        }
        if queries == 1:
            all_of_them["plain read"] = self.read
        return all_of_them


def measure(contest, queries, threads, rounds):
    """Seconds of each contestant in several rounds by turns."""
    contest.bridge.bridgeThreads(threads)
    times, expected = {}, None
    for turn in range(rounds + 1):
        for name, run in contest.contestants(queries).items():
            if name == "usearch" and turn > 3:
                continue  # an order of magnitude slower
            time.sleep(0.01)
            start = time.perf_counter()
            distances = run(queries, threads)
            spent = time.perf_counter() - start
            if turn > 0:  # the first round warms up
                times.setdefault(name, []).append(spent)
            if distances is None or turn > 1:
                continue
            distances = sorted_rows(distances)
            expected = distances if expected is None else expected
            if (distances != expected).any():
                sys.exit(f"{name} finds other distances")
    return times


def sorted_rows(distances):
    import numpy
    return numpy.sort(numpy.asarray(distances).astype(int), axis=1)


def report(times, queries, megabytes):
    """Medians, and the best rounds: on a busy machine these say more."""
    for kind, pick in (("median", statistics.median), ("best", min)):
        spent = {name: pick(rounds) for name, rounds in times.items()}
        peer = min(seconds for name, seconds in spent.items() if name.startswith(("faiss", "usearch")))
        for name, seconds in spent.items():
            print(f"  {kind:6} {name:16} {seconds * 1000 / queries:9.3f} ms a query"
                  f"  {megabytes / 1000 / seconds * queries:7.1f} GB/s")
        line = f"  {kind:6} fastest peer / likeness: {peer / spent['likeness']:.2f}"
        if "plain read" in spent:
            line += f"; plain read / likeness: {spent['plain read'] / spent['likeness']:.2f}"
        print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bridge", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--codes", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--threads", type=int, nargs="+", default=[os.cpu_count()])
    parser.add_argument("--clusters", type=int, default=0, help="0: random codes")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    enter_environment(options.bridge.parent / "hamming_peers")

    bridge = load_bridge(options.bridge)
    import faiss
    import usearch
    print(f"{os.cpu_count()} cores, kernels {bridge.bridgeKernels().decode()}; faiss {faiss.__version__} "
          f"({faiss.get_compile_options().strip()}), usearch {usearch.__version__}; top {TOP} of {BITS}-bit codes")
    for count in options.codes:
        contest = Contest(bridge, count, options.clusters)
        for threads in options.threads:
            for queries in (1, BATCH):
                print(f"{count:,} {'clustered' if options.clusters else 'random'} codes, {queries} at a time, "
                      f"{threads} threads")
                rounds = options.rounds if queries == 1 else max(3, options.rounds // 3)
                report(measure(contest, queries, threads, rounds), queries, count * BITS / 8e6)


if __name__ == "__main__":
    main()
