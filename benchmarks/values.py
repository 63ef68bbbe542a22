"""Prints how many distinct columns, and values in them, the search takes in a second, by strategy, on one grid size."""

from __future__ import annotations

import argparse
from time import process_time

from rich.console import Console

from arcsynth import Task, load_tasks, solve
from arcsynth._engine import strategies
from arcsynth.known import known_programs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="arc1-train")
    parser.add_argument(
        "--side", type=int, default=10, help="take the tasks whose inputs all have this height and width"
    )
    parser.add_argument("--effort", type=float, default=1.0)
    options = parser.parse_args()
    tasks = [task for task in load_tasks(options.data) if _has_side(task, options.side)]
    samples = sum(len(task.demo) + len(task.test) for task in tasks)
    console = Console(width=140, soft_wrap=True)
    console.print(f"{options.data}: {len(tasks)} tasks with inputs of {options.side} by {options.side}; one thread")
    for name in strategies():
        start = process_time()
        solutions = solve(tasks, library=known_programs(None), effort=options.effort, strategies=[name], threads=1)
        seconds = process_time() - start
        columns = sum(solution.values for solution in solutions.tasks)
        grids = sum(
            solution.values * (len(task.demo) + len(task.test))
            for task, solution in zip(tasks, solutions.tasks, strict=True)
        )
        console.print(
            f"  {name}: {columns:,} columns of {samples / len(tasks):.1f} values each in {seconds:.1f} s CPU: "
            f"{columns / seconds:,.0f} distinct columns and {grids / seconds:,.0f} values a second"
        )
    console.print("  (a column has a value for each sample; some of the values are in other columns too)")


def _has_side(task: Task, side: int) -> bool:
    return all(sample.input.shape == (side, side) for sample in (*task.demo, *task.test))


if __name__ == "__main__":
    main()
