"""How long the library takes to keep a round: 400 tasks of 32 results, in one transaction.

Run it as `python benchmarks/library_keep.py`. "shared" is one batch of 32 candidates for all tasks, "own" a
batch of 32 for each task, so that all 12,800 programs, births and pairs tried are new as well.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from pathlib import Path

from arcsynth.library import Birth, Library, Result, Round, Run, StoredProgram, Tried

TASKS = tuple(f"task {number}" for number in range(400))
CANDIDATES = 32
ROUNDS = 8


def make_round(number: int, chance: random.Random, *, shared: bool) -> Round:
    """Give a round; results get better up to the fourth, so that boards change much, then no more."""
    groups = [TASKS] if shared else [(task,) for task in TASKS]
    programs, results, births, tried = [], [], [], []
    for tasks in groups:
        ids = [hashlib.md5(f"{number} {tasks[0]} {candidate}".encode()).hexdigest() for candidate in range(CANDIDATES)]
        tried.append(Tried(tasks, tuple(ids)))
        for name in ids:
            text = f"vconcat(hmirror(I), upscale(crop(I, astuple(0, 1), astuple(3, 3)), {name}))"
            programs.append(StoredProgram(name, text, 9))
            births.append(Birth(name, (), "seed", "run", number))
            for task in tasks:
                matched = min(number, 4) + chance.randint(0, 3)
                similarity, fuel = chance.randint(0, 4000), chance.randint(1000, 90_000)
                results.append(Result(name, task, matched, 7, similarity, fuel))
    return Round(Run("run", 1, number), tuple(programs), tuple(results), tuple(births), tuple(tried))


def main() -> None:
    """Print a line a round."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    print(f"{'batch':8}{'round':>6}{'placed':>9}{'wall ms':>9}{'CPU ms':>8}{'file MB':>9}")
    for shared in (True, False):
        chance = random.Random(1)
        with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
            for number in range(1, ROUNDS + 1):
                found = make_round(number, chance, shared=shared)
                wall, cpu = time.perf_counter(), time.process_time()
                kept = library.keep(found)
                wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
                size = library.stats().bytes / 1e6
                label = "shared" if shared else "own"
                print(f"{label:8}{number:6}{len(kept.placed):9,}{wall * 1e3:9.0f}{cpu * 1e3:8.0f}{size:9.1f}")


if __name__ == "__main__":
    main()
