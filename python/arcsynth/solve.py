"""Solving: known programs and search on each task, ranking, two attempts a test input."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from arcsynth._engine import Found, Grid, Program, Proposal, search, validate
from arcsynth._engine import strategies as strategy_names
from arcsynth.errors import UsageError
from arcsynth.evolve import WITH_TEST, canonical_text, new_run
from arcsynth.library import Library, Result, Round, Run, StoredProgram
from arcsynth.profile import Profile
from arcsynth.starting import starting_programs
from arcsynth.submission import ATTEMPTS, Attempts, Grade, Submission
from arcsynth.tasks import Sample, Task

FUEL = 350_000_000
"""The fuel of a task at effort 1, for all strategies together; a unit is about a nanosecond."""

EXACT = 1000
"""The score of a sample that is solved."""

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
    strategies: Sequence[str] | None = None,
    threads: int = 1,
    profile: Profile | None = None,
    report: Callable[[int], None] | None = None,
) -> Solutions:
    """Search each task for programs, and choose two attempts for each test input.

    The search is handed tasks without their test outputs, and no program that was learned from a task's own. `effort`
    multiplies the fuel of a task; `strategies` names those to run, all if none are named. The result does not depend
    on `threads`. `report` is called now and then with the number of tasks done.
    """
    unknown = sorted(set(strategies or ()) - set(strategy_names()))
    if unknown:
        raise UsageError(f"no strategy {unknown[0]}; there are {', '.join(strategy_names())}")
    profile = profile or Profile()
    with profile.phase("load"):
        puzzles = [task.without_answers() for task in tasks]
    with profile.phase("library"):
        known = [_known(task, library) for task in puzzles]
    with profile.phase("search"):
        found = search(
            puzzles,
            library=known,
            fuel=round(FUEL * effort),
            proposals=PROPOSALS,
            strategies=strategies,
            threads=threads,
            report=report,
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


def known_programs(path: Path | None) -> list[KnownProgram]:
    """The programs of a library, or those that come with the package where no library is named.

    A program whose selection has seen test outputs carries the tasks that it and its ancestors were learned on.
    """
    if path is None:
        return [KnownProgram(program) for program in starting_programs()]
    with Library.open(path, readonly=path.exists()) as library:
        known = []
        for parent in library.parents():
            stored = parent.program
            learned_on = library.learned_on(stored.id) if stored.origin == WITH_TEST else ()
            known.append(KnownProgram(Program.parse(stored.text), frozenset(learned_on)))
        return known or [KnownProgram(program) for program in starting_programs()]


def keep_found(library: Library, tasks: Sequence[Task], solutions: Solutions, *, seed: int, threads: int = 1) -> None:
    """Keep in a library the programs that solve all demo samples of a task and do so again when run alone."""
    puzzles = [task.without_answers() for task in tasks]
    found = [
        (index, proposal.program)
        for index, solution in enumerate(solutions.tasks)
        for proposal in solution.proposals
        if proposal.matched == solution.demo_samples
    ]
    programs = [program for _, program in found]
    jobs = [(number, index) for number, (index, _) in enumerate(found)]
    alone = validate(programs, puzzles, jobs, threads=threads)
    results = [
        Result(
            program=program.id,
            task=tasks[index].key,
            matched=len(tasks[index].demo),
            samples=len(tasks[index].demo),
            similarity=EXACT * len(tasks[index].demo),
            fuel=validation.fuel,
            cpu_ns=round(validation.seconds * 1e9),
        )
        for (index, program), validation in zip(found, alone, strict=True)
        if all(score == EXACT for score in validation.scores[: len(tasks[index].demo)])
    ]
    stored = {
        program.id: StoredProgram(program.id, canonical_text(program), program.size, origin="search")
        for program in programs
    }
    run = Run(new_run(library, f"solve-{seed}"), seed, 1)
    names = {task.key: task.id for task in tasks}
    library.keep(Round(run, tuple(stored.values()), tuple(results), names=names))


def results(solutions: Solutions, grade: Grade) -> dict[str, Any]:
    """The document of `results.json`: what was found for each task, and the grade."""
    solved = set(grade.solved_tasks)
    return {
        "grade": asdict(grade),
        "tasks": {
            solution.task: {
                "solved": solution.task in solved,
                "fits_demo": solution.fits_demo,
                "fuel": solution.fuel,
                "values": solution.values,
                "seconds": solution.seconds,
                "proposals": [
                    {
                        "id": proposal.program.id,
                        "program": canonical_text(proposal.program),
                        "strategy": proposal.strategy,
                        "cost": proposal.cost,
                        "matched": proposal.matched,
                        "similarity": proposal.similarity,
                    }
                    for proposal in solution.proposals
                ],
            }
            for solution in solutions.tasks
        },
    }
