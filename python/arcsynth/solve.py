"""Solving: known programs and search on each task, ranking, two attempts a test input."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from arcsynth._engine import Found, Grid, Program, Proposal, search
from arcsynth.profile import Profile
from arcsynth.submission import ATTEMPTS, Attempts, Submission
from arcsynth.tasks import Sample, Task

FUEL = 150_000_000
"""The fuel of a task at effort 1 for each strategy; a unit is about a nanosecond."""

PROPOSALS = 8
"""How many programs the search proposes for a task."""


@dataclass(frozen=True, slots=True)
class KnownProgram:
    """A program of the library, with the content keys of the tasks whose test outputs it was learned from."""

    program: Program
    learned_on: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TaskSolution:
    """What was found for a task."""

    task: str
    """The task's id."""
    proposals: tuple[Proposal, ...]
    """The programs found, best first."""
    attempts: tuple[Attempts, ...]
    """The attempts, one tuple a test input."""
    demo_samples: int
    """The number of demo samples."""
    fuel: int
    """The fuel used."""
    values: int
    """The number of distinct values met."""
    seconds: float
    """The seconds that the task took on its worker."""

    @property
    def fits_demo(self) -> bool:
        """Whether some program solves all demo samples."""
        return bool(self.proposals) and self.proposals[0].matched == self.demo_samples


@dataclass(frozen=True, slots=True)
class Solutions:
    """What was found for every task, in the order of the tasks."""

    tasks: tuple[TaskSolution, ...]

    def submission(self) -> Submission:
        """The submission of all attempts."""
        return Submission({solution.task: solution.attempts for solution in self.tasks})


def solve(
    tasks: Sequence[Task],
    *,
    library: Sequence[KnownProgram] = (),
    effort: float = 1.0,
    threads: int = 1,
    profile: Profile | None = None,
    report: Callable[[int], None] | None = None,
) -> Solutions:
    """Search each task for programs, and choose two attempts for each test input.

    The search is handed tasks without their test outputs, and no program that was learned from a task's own. `effort`
    multiplies the fuel of a task. The result does not depend on `threads`. `report` is called now and then with the
    number of tasks done.
    """
    profile = profile or Profile()
    with profile.phase("load"):
        puzzles = [task.without_answers() for task in tasks]
    with profile.phase("library"):
        known = [_known(task, library) for task in puzzles]
    with profile.phase("search"):
        found = search(
            puzzles, library=known, fuel=round(FUEL * effort), proposals=PROPOSALS, threads=threads, report=report
        )
    with profile.phase("rank"):
        solutions = [_choose(task, result) for task, result in zip(puzzles, found, strict=True)]
    return Solutions(tuple(solutions))


def _known(task: Task, library: Sequence[KnownProgram]) -> list[Program]:
    """The known programs that may be tried on a task: those not learned from its own test outputs."""
    return [entry.program for entry in library if task.key not in entry.learned_on]


def _choose(task: Task, found: Found) -> TaskSolution:
    """Choose the attempts among what was found for a task."""
    return TaskSolution(
        task=task.id,
        proposals=tuple(found.proposals),
        attempts=tuple(
            _attempts(sample, [proposal.outputs[index] for proposal in found.proposals])
            for index, sample in enumerate(task.test)
        ),
        demo_samples=len(task.demo),
        fuel=found.fuel,
        values=found.values,
        seconds=found.seconds,
    )


def _attempts(sample: Sample, outputs: Sequence[Grid | None]) -> Attempts:
    """The first different grids of the ranked outputs; the input itself where there are too few."""
    distinct = dict.fromkeys(grid for grid in outputs if grid is not None)
    padded = [*distinct, *[sample.input] * ATTEMPTS]
    return tuple(padded[:ATTEMPTS])
