"""Prints what a round of evolution costs, beside the Python pipeline that arcsynth began as.

The work is the same: 32 candidates on the 400 training tasks (the 20 largest and 380 others), demo and test samples
together, scored, measured, filtered, inlined, validated and kept. The pipeline's figures are quoted: they were measured
on two cores of another virtual machine.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from rich.console import Console

from arcsynth import Library, Profile, Task, evolve, load_tasks
from arcsynth._engine import Batch, Measures, breed
from arcsynth.cli.options import thread_count
from arcsynth.measuring import starting_measures
from arcsynth.profile import profile_table
from arcsynth.runs import peak_rss_mb
from arcsynth.starting import starting_programs

# 20 tasks, 32 candidates, 86 samples.
QUOTED_SECONDS_A_TASK = 0.884
QUOTED_EVALUATIONS_A_CPU_SECOND = 86

BATCH = 10_000
"""The candidates of the batch on one task."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--threads", type=int, default=0)
    options = parser.parse_args()
    threads = thread_count(options.threads)
    console = Console(width=100)
    tasks = load_tasks("arc1-train")
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.sqlite") as library:
        # The first round places the starting programs; what follows is the steady state.
        evolve(tasks, library, rounds=1, threads=threads)
        profile = Profile()
        start, cpu_start = perf_counter(), process_time()
        evolution = evolve(tasks, library, rounds=options.rounds, threads=threads, profile=profile)
        wall, cpu = perf_counter() - start, process_time() - cpu_start
        profile.stop()
    evaluations = sum(report.evaluations for report in evolution.rounds)
    per_task = wall / (len(tasks) * options.rounds)
    console.print(profile_table(profile))
    console.print(
        f"arc1-train, {len(tasks)} tasks, 32 candidates a round, {options.rounds} rounds, {threads} threads, seed 0"
    )
    rows = [
        ("ms a task and round", 1000 * per_task, 1000 * QUOTED_SECONDS_A_TASK, QUOTED_SECONDS_A_TASK / per_task),
        (
            "evaluations a CPU second",
            evaluations / cpu,
            QUOTED_EVALUATIONS_A_CPU_SECOND,
            evaluations / cpu / QUOTED_EVALUATIONS_A_CPU_SECOND,
        ),
    ]
    for name, ours, theirs, ratio in rows:
        console.print(f"{name:>26}: {ours:12,.2f} measured, {theirs:10,.2f} quoted of the pipeline: {ratio:,.0f} times")
    evaluations, wall, measured = one_task(tasks[0], threads)
    console.print(
        f"{'evaluations a second':>26}: {evaluations / wall:12,.2f} measured: {BATCH:,} candidates on one task, "
        f"{measured:,} outputs measured"
    )
    console.print(f"{'unaccounted':>26}: {profile.to_dict()['unaccounted_fraction']:12.2%} of wall time")
    console.print(f"{'peak memory':>26}: {peak_rss_mb():12,.0f} MB")


def one_task(task: Task, threads: int) -> tuple[int, float, int]:
    """Score a large batch on one task, the differences included: evaluations, wall seconds, outputs measured."""
    programs = list(starting_programs())
    children = breed(programs, [1.0] * len(programs), count=BATCH, seed=0, round=1)
    batch = Batch([child.program for child in children])
    measures = Measures(list(starting_measures().values()))
    start = perf_counter()
    board = batch.score([task.without_answers()], measures=measures, threads=threads)
    return board.evaluations, perf_counter() - start, board.measured


if __name__ == "__main__":
    main()
