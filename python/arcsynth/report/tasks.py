"""The tasks of a run as its page shows them: grids, attempts, programs, and what each task came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from arcsynth._engine import Grid, Program
from arcsynth.errors import EvaluationError, ProgramError
from arcsynth.tasks import Sample, Task

MAX_PROGRAMS = 5
"""How many programs of a task the page shows beside those that its attempts name; results.json has all."""

MAX_TEXT = 6000
"""The characters that the texts of a task's programs may take together; results.json has all of them whole."""

STATUSES: Mapping[str, str] = {
    "solved": "Solved",
    "recalled": "Recalled",
    "demo": "Demo only",
    "unsolved": "Unsolved",
    "pending": "Pending",
}
"""What a task can have come to, best first, and the word for it."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task's line in the table; `details` is what the page's script draws the task from."""

    id: str
    status: str
    strategy: str
    cost: int | None
    fuel: int | None
    seconds: float | None
    program: str
    details: Mapping[str, Any]


def task_row(task: Task, record: Mapping[str, Any] | None, attempts: Sequence[Any]) -> TaskRow:
    """A task with its record in `results.json`, if it has one yet, and its attempts in `submission.json`."""
    record = record or {}
    names = [attempt.get("program") for tests in record.get("attempts", ()) for attempt in tests]
    programs = _programs(_chosen(record.get("proposals", ()), names))
    best = programs[0] if programs and programs[0]["matched"] == len(task.demo) else {}
    places = {program["id"]: place for place, program in enumerate(programs)}
    return TaskRow(
        id=task.id,
        status=_status(record),
        strategy=str(best.get("strategy") or ""),
        cost=best.get("cost"),
        fuel=record.get("fuel"),
        seconds=record.get("seconds"),
        program=str(best.get("nested", ""))[:300],
        details={
            "demo": [_sample(sample) for sample in task.demo],
            "test": [_sample(sample) for sample in task.test],
            "attempts": _attempts(task, record, attempts, places) or _predictions(task, record),
            "programs": programs,
            **{name: record[name] for name in ("fuel", "values", "seconds") if name in record},
        },
    )


def _status(record: Mapping[str, Any]) -> str:
    if "fits_demo" not in record:
        return "pending"
    if record.get("solved"):
        return "recalled" if record.get("origin") == "recalled" else "solved"
    return "demo" if record["fits_demo"] else "unsolved"


def _chosen(proposals: Iterable[Mapping[str, Any]], names: Sequence[Any]) -> list[Mapping[str, Any]]:
    """The first programs and those that the attempts name, each once, in their order."""
    chosen: dict[Any, Mapping[str, Any]] = {}
    for place, proposal in enumerate(proposals):
        if place < MAX_PROGRAMS or proposal["id"] in names:
            chosen.setdefault(proposal["id"], proposal)
    return list(chosen.values())


def _programs(records: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Programs with their texts as far as there is room for these."""
    programs = []
    room = MAX_TEXT
    for record in records:
        program = _program(record)
        for form in ("nested", "definition"):
            program[form] = _shorten(program[form], room)
            room -= min(len(program[form]), room)
        programs.append(program)
    return programs


def _program(record: Mapping[str, Any]) -> dict[str, Any]:
    """A program in both printed forms with what is known of it; a text that cannot be read stands as it is."""
    text = str(record["program"])
    try:
        program = Program.parse(text)
        nested, definition = program.nested() or "", program.definition()
    except ProgramError:
        nested, definition = text, ""
    known = ("id", "origin", "strategy", "cost", "matched", "similarity", "fuel", "seconds", "lineage", "closed")
    return {
        **{name: record[name] for name in known if record.get(name) is not None},
        "nested": nested,
        "definition": definition,
    }


def _shorten(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[:room]}… ({len(text):,} characters)"


def _attempts(
    task: Task, record: Mapping[str, Any], attempts: Sequence[Any], places: Mapping[str, int]
) -> list[list[dict[str, Any]]]:
    """The attempts for each test input, with where each comes from."""
    origins = record.get("attempts", ())
    shown: list[list[dict[str, Any]]] = []
    for index, (sample, grids) in enumerate(zip(task.test, attempts, strict=False)):
        shown.append([])
        for number, rows in enumerate(dict(grids).values()):
            grid = Grid(rows)
            known = origins[index][number] if index < len(origins) and number < len(origins[index]) else {}
            shown[-1].append(_attempt(grid, sample, known.get("origin"), places.get(known.get("program", ""))))
    return shown


def _predictions(task: Task, record: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    """What the best program gives on each test input, where a run made no attempts."""
    for proposal in record.get("proposals", ())[:1]:
        pairs = [(sample.input, sample.output) for sample in task.demo if sample.output is not None]
        try:
            program = Program.parse(str(proposal["program"]))
            return [[_attempt(program.run(sample.input, demo=pairs), sample, None, 0)] for sample in task.test]
        except (ProgramError, EvaluationError):
            return []
    return []


def _attempt(grid: Grid, sample: Sample, origin: str | None, program: int | None) -> dict[str, Any]:
    right = None if sample.output is None else grid == sample.output
    return {"grid": digits(grid), "right": right, "origin": origin, "program": program}


def _sample(sample: Sample) -> list[str | None]:
    return [digits(sample.input), None if sample.output is None else digits(sample.output)]


def digits(grid: Grid) -> str:
    """A grid as short as text can be: a digit a cell, a stroke between rows."""
    return str(grid).strip().replace("\n", "|")
