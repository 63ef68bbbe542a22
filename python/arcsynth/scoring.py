"""Scoring: programs from files or language models run on tasks, each safely and all in one batch."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from arcsynth._engine import Batch, Program, parse_file
from arcsynth.errors import UsageError
from arcsynth.notebook import table_html
from arcsynth.tasks import Task

TASK_PREFIXES = ("solve_", "verify_")
"""A function named with one of these and a task's id is a program for that task."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program to score: its name, the id it came with or its canonical one, and what is wrong if it is unreadable."""

    name: str | None
    id: str | None
    program: Program | None
    error: str | None = None

    @property
    def task(self) -> str | None:
        """The id of the task that the name says the program is for."""
        for prefix in TASK_PREFIXES:
            if self.name is not None and self.name.startswith(prefix):
                return self.name.removeprefix(prefix)
        return None


@dataclass(frozen=True, slots=True)
class Result:
    """How a program did on a task, over the demo samples and the test samples whose outputs are known."""

    program: str | None
    """The function's name."""
    id: str | None
    """The id that the program came with, or its canonical one."""
    task: str | None
    """The task's id; None if the program could not be read and is for no task in particular."""
    matched: int
    """How many samples it solves."""
    samples: int
    """How many samples it was run on."""
    error: str | None
    """Why it could not be read, or its first failure."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The results of a scoring, in the order of the programs."""

    results: tuple[Result, ...]
    programs: int
    """How many programs were given, unreadable ones included."""
    tasks: int
    """How many tasks programs were run on."""
    evaluations: int
    """How many times a program was run on a sample."""

    def to_records(self) -> list[dict[str, Any]]:
        """A record a result."""
        return [asdict(result) for result in self.results]

    def _repr_html_(self) -> str:
        summary = f"{self.programs:,} programs on {self.tasks:,} tasks, {self.evaluations:,} evaluations"
        return table_html(summary, self.to_records())


def read_programs(text: str, source: str = "") -> list[Candidate]:
    """Read a file of function definitions; unreadable ones become candidates with an error.

    Errors name the line and the column, and the `source` before them if one is given.
    """
    prefix = f"{source}: " if source else ""
    return [
        Candidate(
            name=definition.name,
            id=definition.program.id if definition.program else None,
            program=definition.program,
            error=None if definition.error is None else f"{prefix}{definition.error}",
        )
        for definition in parse_file(text)
    ]


def read_json_lines(text: str) -> list[Candidate]:
    """Read JSON lines: objects with a `program` text and optionally an `id` and a `task`.

    A line that is no such object becomes a candidate with an error; it does not spoil the others.
    """
    return [
        candidate
        # Not splitlines: JSON texts may hold the other line separators of Unicode as they are.
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
        for candidate in _read_json_line(number, line)
    ]


def _read_json_line(number: int, line: str) -> list[Candidate]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return [Candidate(None, None, None, f"line {number}: not JSON")]
    text = record.get("program") if isinstance(record, dict) else None
    if not isinstance(record, dict) or not isinstance(text, str):
        return [Candidate(None, None, None, f"line {number}: expected an object with a text `program`")]
    own_id = None if record.get("id") is None else str(record["id"])
    name = f"solve_{record['task']}" if isinstance(record.get("task"), str) else None
    return [
        Candidate(
            name=name or candidate.name,
            id=own_id or candidate.id,
            program=candidate.program,
            error=candidate.error,
        )
        for candidate in _candidates(text)
    ]


def score(
    programs: Iterable[Candidate | Program | str],
    tasks: Sequence[Task],
    *,
    on_all: bool = False,
    threads: int = 1,
    fuel: int | None = None,
    report: Callable[[int], None] | None = None,
) -> Scores:
    """Run every program on its task, or on all tasks if its name says none, in one batch.

    A text stands for the programs that it holds; one that cannot be read is a result with an error. `on_all` runs
    every program on all tasks, whatever its name. `fuel` bounds what a program may use on a sample. `report` is called
    now and then with the number of samples done. Other Python threads go on meanwhile.
    """
    candidates = [candidate for program in programs for candidate in _candidates(program)]
    by_id = {task.id: index for index, task in enumerate(tasks)}
    readable = [candidate.program for candidate in candidates if candidate.program is not None]
    assignment: list[list[int]] = [[] for _ in tasks]
    places: dict[tuple[int, int], tuple[int, int]] = {}
    targets: list[Sequence[int]] = []
    next_program = 0
    for index, candidate in enumerate(candidates):
        targets.append(_targets(candidate, by_id, on_all=on_all))
        if candidate.program is None:
            continue
        for task in targets[index]:
            places[index, task] = (task, len(assignment[task]))
            assignment[task].append(next_program)
        next_program += 1
    board = Batch(readable).score(
        tasks, assignment=assignment, fuel=fuel, keep_errors=True, threads=threads, report=report
    )
    totals = [board.totals(task, with_test=True) for task in range(len(tasks))]
    errors = [board.errors(task) for task in range(len(tasks))]
    results = []
    for index, candidate in enumerate(candidates):
        if candidate.program is None:
            results.append(Result(candidate.name, candidate.id, candidate.task, 0, 0, candidate.error))
        elif not targets[index]:
            missing = f"the data have no task {candidate.task}"
            results.append(Result(candidate.name, candidate.id, candidate.task, 0, 0, missing))
        for task in targets[index] if candidate.program is not None else ():
            _, place = places[index, task]
            samples, matched, *_ = totals[task][place]
            error = errors[task][place] if errors[task] else None
            results.append(Result(candidate.name, candidate.id, tasks[task].id, matched, samples, error))
    return Scores(
        results=tuple(results),
        programs=len(candidates),
        tasks=sum(bool(assigned) for assigned in assignment),
        evaluations=board.evaluations,
    )


def _candidates(program: Candidate | Program | str) -> list[Candidate]:
    if isinstance(program, Candidate):
        return [program]
    if isinstance(program, Program):
        return [Candidate(None, program.id, program)]
    return read_programs(program) or [Candidate(None, None, None, "found no program in the text")]


def _targets(candidate: Candidate, by_id: Mapping[str, int], *, on_all: bool) -> Sequence[int]:
    """The indices of the tasks that a candidate is run on."""
    if on_all or candidate.task is None:
        return range(len(by_id))
    known = by_id.get(candidate.task)
    return () if known is None else (known,)


def check_any(candidates: Sequence[Candidate], source: str) -> None:
    """Raise a `UsageError` if a file held no program at all."""
    if not candidates:
        raise UsageError(f"{source}: found no program; expected function definitions or JSON lines")
