"""A run under way: the line on the screen, and the folder's results as tasks and rounds land."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from time import perf_counter
from typing import Any

from arcsynth._engine import Found, Landed
from arcsynth.cli.screen import Line
from arcsynth.cluster import Cluster
from arcsynth.evolve import RoundReport
from arcsynth.journal import Journal
from arcsynth.runs import Run
from arcsynth.tasks import Task

WRITE_EVERY = 1.0
"""The seconds between two writings of results as they come in."""


def follow_search(
    folder: Run,
    tasks: Sequence[Task],
    line: Line,
    journal: Journal,
    kept: dict[str, Found],
    cluster: Cluster | None = None,
) -> Callable[[Sequence[Landed]], None]:
    """What `solve` reports to: keeps what is found, and says how many tasks are done, fit, and values a second.

    `kept` has what was found before, by task id, and gets what lands.
    """
    demos = {task.id: len(task.demo) for task in tasks}
    records = {id_: _record(found, demos[id_]) for id_, found in kept.items()}
    started = written = perf_counter()
    pause = WRITE_EVERY
    fits = sum(record["fits_demo"] for record in records.values())
    values = 0

    def report(landed: Sequence[Landed]) -> None:
        nonlocal written, pause, fits, values
        journal.add(tasks, landed)
        for one in landed:
            id_ = tasks[one.task].id
            kept[id_] = one.found
            records[id_] = _record(one.found, demos[id_])
            fits += records[id_]["fits_demo"]
            values += one.found.values
        now = perf_counter()
        line(len(records), f"{fits} fit their demo samples, {values / (now - started):,.0f} values/s{_busy(cluster)}")
        if now - written >= pause:
            folder.write_results({"tasks": records})
            written = perf_counter()
            # With very many tasks the writing itself takes long.
            pause = max(WRITE_EVERY, 20 * (written - now))

    return report


def _record(found: Found, demos: int) -> dict[str, Any]:
    return {
        "fits_demo": bool(found.proposals) and found.proposals[0].matched == demos,
        "fuel": found.fuel,
        "values": found.values,
        "finished": found.finished,
    }


def _busy(cluster: Cluster | None) -> str:
    """How busy the nodes of a cluster are."""
    return f", {cluster.remark}" if cluster is not None and cluster.remark else ""


def follow_rounds(
    folder: Run, rounds: list[dict[str, Any]], line: Line, cluster: Cluster | None = None
) -> Callable[[RoundReport], None]:
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
        speed = f"{evaluations / (now - started):,.0f} evaluations/s"
        line(done.round, f"{done.tasks_solved} tasks solved, {speed}{_busy(cluster)}")
        folder.write_results({"rounds": rounds})

    return report
