"""Prints how many tasks `solve` solves and at what cost, and that one and two threads give the same submission."""

from __future__ import annotations

import argparse
import hashlib
from statistics import mean, median, quantiles
from time import perf_counter, process_time

from rich.console import Console

from arcsynth import grade, load_tasks, solve
from arcsynth.cli.options import thread_count
from arcsynth.runs import peak_rss_mb
from arcsynth.solve import known_programs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", default=["arc1-train", "arc1-eval"])
    parser.add_argument("--effort", type=float, default=1.0)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, thread_count(0)])
    options = parser.parse_args()
    console = Console(width=120)
    for data in options.data:
        tasks = load_tasks(data)
        known = known_programs(None)
        digests = set()
        for threads in dict.fromkeys(options.threads):
            start, cpu_start = perf_counter(), process_time()
            solutions = solve(tasks, library=known, effort=options.effort, threads=threads)
            wall, cpu = perf_counter() - start, process_time() - cpu_start
            submission = solutions.submission()
            digests.add(hashlib.sha256(submission.to_json().encode()).hexdigest())
            graded = grade(submission, tasks)
            seconds = [solution.seconds for solution in solutions.tasks]
            fits = sum(solution.fits_demo for solution in solutions.tasks)
            console.print(
                f"{data}, effort {options.effort:g}, {threads} threads: "
                f"{len(graded.solved_tasks)} of {graded.tasks} tasks, "
                f"{graded.solved_outputs} of {graded.test_outputs} test outputs at 2 attempts; "
                f"{fits} tasks with all demo samples solved; {wall:.1f} s, {cpu:.1f} s CPU, "
                f"{cpu / graded.test_outputs:.2f} s CPU a test output; a task {mean(seconds):.2f} s mean, "
                f"{median(seconds):.2f} median, {quantiles(seconds, n=10)[-1]:.2f} p90, {max(seconds):.2f} max; "
                f"{peak_rss_mb():.0f} MB at most",
                soft_wrap=True,
            )
        console.print(f"{data}: {'the same submission' if len(digests) == 1 else 'DIFFERENT submissions'} for all")


if __name__ == "__main__":
    main()
