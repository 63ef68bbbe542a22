"""Prints what a round costs for 32 to 100,000 candidates and for 20 to 400 tasks: no more than in proportion."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time

from rich.console import Console

from arcsynth import Library, Task, evolve, load_tasks
from arcsynth.cli.options import thread_count
from arcsynth.runs import peak_rss_mb


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--candidates", type=int, nargs="+", default=[32, 320, 3_200, 32_000, 100_000])
    parser.add_argument("--tasks", type=int, nargs="+", default=[20, 100, 400])
    parser.add_argument("--threads", type=int, default=0)
    options = parser.parse_args()
    threads = thread_count(options.threads)
    console = Console(width=100)
    tasks = load_tasks("arc1-train")
    for count in options.candidates:
        console.print(_row(tasks[:20], count, threads))
    for number in options.tasks:
        console.print(_row(tasks[:number], 320, threads))


def _row(tasks: Sequence[Task], candidates: int, threads: int) -> str:
    """One round from a library that holds the starting programs."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.sqlite") as library:
        evolve(tasks, library, rounds=1, threads=threads)
        start, cpu_start = perf_counter(), process_time()
        (report,) = evolve(tasks, library, rounds=1, candidates=candidates, threads=threads).rounds
        wall, cpu = perf_counter() - start, process_time() - cpu_start
    return (
        f"{report.candidates:>7,} candidates on {len(tasks):>3} tasks: {report.evaluations:>10,} evaluations, "
        f"{wall:7.2f} s, {cpu:7.2f} s CPU, {1e6 * cpu / report.evaluations:6.2f} µs CPU an evaluation, "
        f"{peak_rss_mb():5.0f} MB at most so far"
    )


if __name__ == "__main__":
    main()
