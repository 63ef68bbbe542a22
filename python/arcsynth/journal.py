"""The journal of a search: what was found, a line a task, so that a run that was killed goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from arcsynth._engine import Found, Grid, Landed, Program, Proposal
from arcsynth.errors import ArcSynthError, RunError
from arcsynth.tasks import Task

JOURNAL = "found.jsonl"
"""The journal's name in a run's folder."""


class Journal:
    """The file of a run to which what is found is added, task by task.

    A line is written at once and whole. Of a journal whose writer was killed, the last line may be torn: it is left
    out, and its task is searched again.
    """

    def __init__(self, folder: Path) -> None:
        """Take up the journal of a run's folder; a new one is empty."""
        self._path = folder / JOURNAL

    def read(self, tasks: Sequence[Task]) -> dict[str, Found]:
        """What was found for those of the tasks that the journal has, by id; a torn end is cut off."""
        found: dict[str, Found] = {}
        whole = 0
        by_id = {task.id: task for task in tasks}
        for line in self._lines():
            try:
                id_, one = from_record(json.loads(line), by_id)
            except (ArcSynthError, KeyError, TypeError, ValueError, RecursionError):
                break
            found[id_] = one
            whole += len(line)
        if found or self._path.exists():
            self._cut(whole)
        return found

    def add(self, tasks: Sequence[Task], landed: Iterable[Landed]) -> None:
        """Add tasks that have landed; `RunError` if they cannot be written."""
        lines = [json.dumps(to_record(tasks[one.task].id, one.found), separators=(",", ":")) for one in landed]
        if not lines:
            return
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write("".join(f"{line}\n" for line in lines))
        except OSError as error:
            raise RunError(f"{self._path}: cannot be written: {error.strerror}") from error

    def remove(self) -> None:
        """Remove the journal of a run that is done: all that it has is in the results."""
        self._path.unlink(missing_ok=True)

    def _lines(self) -> list[bytes]:
        """The lines that are whole."""
        try:
            return [line for line in self._path.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise RunError(f"{self._path}: cannot be read: {error.strerror}") from error

    def _cut(self, size: int) -> None:
        try:
            with self._path.open("r+b") as file:
                file.truncate(size)
        except OSError as error:
            raise RunError(f"{self._path}: cannot be written: {error.strerror}") from error


def to_record(task: str, found: Found) -> dict[str, Any]:
    """What was found for a task as JSON data, with everything that is chosen by."""
    return {
        "task": task,
        "fuel": found.fuel,
        "values": found.values,
        "seconds": found.seconds,
        "finished": found.finished,
        "stops": [list(stop) for stop in found.stops],
        "proposals": [
            {
                "program": proposal.program.definition(),
                "strategy": proposal.strategy,
                "cost": proposal.cost,
                "rivals": proposal.rivals,
                "matched": proposal.matched,
                "similarity": proposal.similarity,
                "fuel": proposal.fuel,
                "outputs": [None if grid is None else grid.rows() for grid in proposal.outputs],
            }
            for proposal in found.proposals
        ],
    }


def from_record(record: Mapping[str, Any], tasks: Mapping[str, Task]) -> tuple[str, Found]:
    """A task's id and what was found for it; ValueError, TypeError or KeyError for what is no such record."""
    id_ = record["task"]
    tests = len(tasks[id_].test)
    proposals = [
        Proposal(
            program=Program.parse(one["program"]),
            strategy=one["strategy"],
            cost=one["cost"],
            rivals=one["rivals"],
            matched=one["matched"],
            similarity=one["similarity"],
            fuel=one["fuel"],
            outputs=[None if rows is None else Grid(rows) for rows in one["outputs"]],
        )
        for one in record["proposals"]
    ]
    if any(len(proposal.outputs) != tests for proposal in proposals):
        raise ValueError(f"task {id_}: expected outputs for {tests} test inputs")
    return id_, Found(
        proposals=proposals,
        fuel=record["fuel"],
        values=record["values"],
        stops=[(name, stop) for name, stop in record["stops"]],
        seconds=record["seconds"],
        finished=record["finished"],
    )
