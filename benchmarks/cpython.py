"""Prints how much less CPU programs take in the engine than as compiled functions of CPython, in one run.

The programs are the starting library and `workload.dsl`, and by themselves those of `occurrences.dsl`; the same files
are run by both. CPython's primitives are those of `plain/`. The engine runs each program alone, as CPython does: what
batches share comes on top, and is printed as well. Where results differ, CPython runs the program once more with sets
that iterate in natural order, as the engine's do.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from pathlib import Path
from time import perf_counter, process_time
from types import ModuleType
from typing import Any

from plain import NAMES
from plain.natural import in_natural_order
from rich.console import Console

import arcsynth
from arcsynth import Grid, Program, Task, load_tasks
from arcsynth._engine import Batch, parse_file, validate
from arcsynth.errors import EvaluationError

HERE = Path(__file__).parent
CALLS = HERE.parent / "crates" / "engine" / "tests" / "data" / "calls.jsonl"
STARTING = Path(arcsynth.__file__).parent / "programs" / "starting.dsl"

BY_ORDER = {"argmin", "extract", "merge", "mpapply", "rapply", "totuple"}
"""Functions with recorded calls whose result follows the order of a set, which is another in CPython."""

LARGE = 16
"""The least side of the grids on which `occurrences` is measured once more by itself."""

Rows = tuple[tuple[int, ...], ...]
Function = Callable[[Rows], Rows]


@dataclass(frozen=True)
class Job:
    """A program in both forms, and the task that it runs on."""

    program: int
    task: int
    function: Function
    grids: tuple[Rows, ...]


def recorded(value: Any) -> Any:
    """A recorded value as Python's own."""
    match value:
        case {"grid": rows}:
            return tuple(tuple(map(int, row)) for row in rows)
        case {"object": cells}:
            return frozenset((colour, (i, j)) for colour, i, j in cells)
        case {"indices": places}:
            return frozenset(map(tuple, places))
        case {"tuple": items}:
            return tuple(map(recorded, items))
        case {"set": items}:
            return frozenset(map(recorded, items))
        case {"fn": str(name)}:
            return NAMES[name]
        case {"fn": [name, *parts]}:
            return NAMES[name](*map(recorded, parts))
    return value


def check_calls(console: Console) -> None:
    """Hold the plain primitives against the recorded calls."""
    equal, differing = 0, Counter[str]()
    for line in CALLS.read_text(encoding="utf-8").splitlines():
        call = json.loads(line)
        if call["fn"] not in NAMES:
            continue
        try:
            args = [recorded(value) for value in call["args"]]
        except KeyError:
            continue  # a function in the arguments that no program of the workload uses
        if NAMES[call["fn"]](*args) == recorded(call["result"]):
            equal += 1
        else:
            differing[call["fn"]] += 1
    if set(differing) - BY_ORDER:
        raise SystemExit(f"the plain primitives are wrong: {differing}")
    console.print(
        f"CPython's primitives give {equal:,} recorded calls; {differing.total()} differ by the order of sets"
    )


def compiled(path: Path, names: Mapping[str, Any]) -> ModuleType:
    """A file of programs as a module of CPython, with the primitives of the given names."""
    module = ModuleType(path.stem)
    vars(module).update(names)
    SourceFileLoader(path.stem, str(path)).exec_module(module)
    return module


def rows(grid: Grid) -> Rows:
    return tuple(map(tuple, grid.rows()))


def outcome(program: Program, grid: Rows) -> Rows | None:
    try:
        return rows(program.run(Grid(grid)))
    except EvaluationError:
        return None


class Workload:
    """The programs of some files on the demo inputs of tasks, wherever both give a grid on each of them."""

    def __init__(self, paths: Sequence[Path], tasks: Sequence[Task]) -> None:
        self.tasks = [Task(task.id, task.demo, ()) for task in tasks]
        self.programs: list[Program] = []
        self.jobs: list[Job] = []
        self.reordered = self.evaluations = 0
        inputs = [tuple(rows(sample.input) for sample in task.demo) for task in self.tasks]
        for path in paths:
            module, ordered = compiled(path, NAMES), compiled(path, in_natural_order(NAMES))
            for definition in parse_file(path.read_text(encoding="utf-8")):
                if definition.program is None:
                    raise SystemExit(f"{path}: {definition.error}")
                functions = getattr(module, definition.name), getattr(ordered, definition.name)
                self._add(definition.program, *functions, inputs)

    def _add(self, program: Program, function: Function, ordered: Function, inputs: Sequence[tuple[Rows, ...]]) -> None:
        for task, grids in enumerate(inputs):
            try:
                outputs = [function(grid) for grid in grids]
            except Exception:  # whatever Python raises on a grid that a program is not made for
                continue
            engine = [outcome(program, grid) for grid in grids]
            if None in engine:
                continue
            for grid, output, expected in zip(grids, outputs, engine, strict=True):
                if output != expected:
                    self.reordered += 1
                    if ordered(grid) != expected:
                        raise SystemExit(f"CPython and the engine differ on {self.tasks[task].id}: {program}")
            self.evaluations += len(grids)
            self.jobs.append(Job(len(self.programs), task, function, grids))
        self.programs.append(program)

    def cpython(self) -> float:
        """The CPU seconds of CPython."""
        start = process_time()
        for job in self.jobs:
            for grid in job.grids:
                job.function(grid)
        return process_time() - start

    def alone(self) -> float:
        """The CPU seconds of the engine, each program by itself, comparison with the outputs included."""
        pairs = [(job.program, job.task) for job in self.jobs]
        start = process_time()
        validate(self.programs, self.tasks, pairs)
        return process_time() - start

    def batch(self, threads: int) -> tuple[float, float]:
        """The CPU and wall seconds of the engine, the programs of each task merged."""
        assignment: list[list[int]] = [[] for _ in self.tasks]
        for job in self.jobs:
            assignment[job.task].append(job.program)
        batch = Batch(self.programs)
        start, cpu_start = perf_counter(), process_time()
        batch.score(self.tasks, assignment=assignment, threads=threads)
        return process_time() - cpu_start, perf_counter() - start


def measure(console: Console, name: str, workload: Workload, repeats: int) -> None:
    python = min(workload.cpython() for _ in range(repeats))
    alone = min(workload.alone() for _ in range(repeats))
    (batch, one), (_, two) = (min(workload.batch(threads) for _ in range(repeats)) for threads in (1, 2))
    each = 1e6 / workload.evaluations
    console.print(
        f"{name}: {len(workload.programs)} programs, {workload.evaluations:,} evaluations, "
        f"all with equal results, {workload.reordered:,} once sets are in natural order"
    )
    console.print(f"  CPython       {python:8.3f} s CPU, {python * each:9.2f} µs each")
    console.print(f"  engine, alone {alone:8.3f} s CPU, {alone * each:9.2f} µs each: {python / alone:,.0f} times less")
    console.print(f"  engine, batch {batch:8.3f} s CPU, {batch * each:9.2f} µs each: {python / batch:,.0f} times less")
    console.print(f"  two threads {one / two:.2f} times as fast as one")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=10, help="use each n-th task of arc1-train")
    parser.add_argument("--repeats", type=int, default=3, help="take the best of so many runs")
    options = parser.parse_args()
    console = Console(width=120)
    check_calls(console)
    tasks = load_tasks("arc1-train")[:: options.every]
    large = [task for task in tasks if all(min(sample.input.shape) >= LARGE for sample in task.demo)]
    for name, paths, chosen in (
        ("ordinary programs", [STARTING, HERE / "workload.dsl"], tasks),
        ("programs dominated by `occurrences`", [HERE / "occurrences.dsl"], tasks),
        ("the same on large grids alone", [HERE / "occurrences.dsl"], large),
    ):
        measure(console, name, Workload(paths, chosen), options.repeats)


if __name__ == "__main__":
    main()
