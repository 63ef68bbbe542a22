"""Prints what scoring costs: the package's own programs, and programs bred from them, on the training tasks.

The figures of arc-dsl under CPython are quoted: they were measured on its own 399 solvers, on two cores of another
virtual machine, so that the ratio compares the cost of an evaluation, not of the same programs.
"""

from __future__ import annotations

import argparse
from time import perf_counter, process_time

from rich.console import Console

from arcsynth import Program, Task, load_tasks
from arcsynth._engine import Batch, breed
from arcsynth.starting import starting_programs

QUOTED_MICROSECONDS_AN_EVALUATION = 630_000 / 1714


def measure(console: Console, name: str, programs: list[Program], tasks: tuple[Task, ...]) -> None:
    walls = {}
    for threads in (1, 2):
        start, cpu_start = perf_counter(), process_time()
        batch = Batch(programs)
        board = batch.score(tasks, threads=threads)
        walls[threads], cpu = perf_counter() - start, process_time() - cpu_start
        cost = 1e6 * cpu / board.evaluations
        console.print(
            f"{name}, {threads} threads: {board.evaluations:,} evaluations in {walls[threads]:.2f} s, {cpu:.2f} s CPU; "
            f"{board.evaluations / cpu:,.0f} a CPU second, {cost:.2f} µs each "
            f"({QUOTED_MICROSECONDS_AN_EVALUATION / cost:,.0f} times less than arc-dsl's solvers under CPython, quoted)"
        )
    console.print(
        f"{name}: {batch.nodes:,} steps shared of {batch.unshared_nodes:,}; "
        f"two threads are {walls[1] / walls[2]:.2f} times as fast as one"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bred", type=int, default=10_000)
    options = parser.parse_args()
    console = Console(width=160)
    tasks = load_tasks("arc1-train")
    written = list(starting_programs())
    measure(console, f"{len(written)} written programs on 400 tasks", written, tasks)
    bred = [child.program for child in breed(written, [1.0] * len(written), count=options.bred, seed=0, round=0)]
    measure(console, f"{len(bred):,} bred programs on one task", bred, tasks[:1])
    measure(console, f"{len(bred):,} bred programs on 10 tasks", bred, tasks[:10])


if __name__ == "__main__":
    main()
