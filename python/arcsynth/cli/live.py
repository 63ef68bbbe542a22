"""A run under way: the line on the screen, and the folder's results as tasks and rounds land."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from time import perf_counter
from typing import Any

from arcsynth._engine import Landed
from arcsynth.cli.screen import Line
from arcsynth.evolve import RoundReport
from arcsynth.runs import Run
from arcsynth.tasks import Task

WRITE_EVERY = 1.0
"""The seconds between two writings of results as they come in."""


def follow_search(folder: Run, tasks: Sequence[Task], line: Line) -> Callable[[Sequence[Landed]], None]:
    """What `solve` reports to: says how many tasks are done, fit their demo samples, and values a second."""
    records: dict[str, dict[str, Any]] = {}
    started = written = perf_counter()
    fits = values = 0

    def report(landed: Sequence[Landed]) -> None:
        nonlocal written, fits, values
        now = perf_counter()
        for one in landed:
            records[tasks[one.task].id] = {
                "fits_demo": one.fits_demo,
                "fuel": one.fuel,
                "values": one.values,
                "finished": one.finished,
            }
            fits += one.fits_demo
            values += one.values
        line(len(records), f"{fits} fit their demo samples, {values / (now - started):,.0f} values/s")
        if now - written >= WRITE_EVERY:
            written = now
            folder.write_results({"tasks": records})

    return report


def follow_rounds(folder: Run, rounds: list[dict[str, Any]], line: Line) -> Callable[[RoundReport], None]:
    """What `evolve` reports to: adds each round to those of the folder, and says what the library solves."""
    started = perf_counter()
    before = started
    evaluations = 0

    def report(done: RoundReport) -> None:
        nonlocal before, evaluations
        now = perf_counter()
        rounds.append({**asdict(done), "seconds": now - before})
        before = now
        evaluations += done.evaluations
        line(done.round, f"{done.tasks_solved} tasks solved, {evaluations / (now - started):,.0f} evaluations/s")
        folder.write_results({"rounds": rounds})

    return report
